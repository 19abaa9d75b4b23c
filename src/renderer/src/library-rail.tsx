import { LayoutTemplate, PanelLeft, Search, Send, SquarePen } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../../base/ui/button.tsx'
import { useTexts } from '../../base/ui/texts.tsx'

export interface LibraryRailProps {
  readonly isReadOnly: boolean
  readonly tools: ReactNode
  readonly onOpen: () => void
  readonly onNew: () => void
  readonly onTemplate: () => void
  readonly onSearch: () => void
  readonly onOutbox: () => void
}

/** What is left of the library on a narrow window: the ways to it, and to what is used most. */
export function LibraryRail({
  isReadOnly,
  tools,
  onOpen,
  onNew,
  onTemplate,
  onSearch,
  onOutbox,
}: LibraryRailProps) {
  const { translate } = useTexts()
  const icon = { size: 16, strokeWidth: 1.6 }
  return (
    <nav className="rail" aria-label={translate('app.library-ways')}>
      <IconButton label={translate('app.library-open')} icon={<PanelLeft {...icon} />} onPress={onOpen} />
      <IconButton
        label={translate('app.new')}
        icon={<SquarePen {...icon} />}
        onPress={onNew}
        isDisabled={isReadOnly}
      />
      <IconButton
        label={translate('templates.from')}
        icon={<LayoutTemplate {...icon} />}
        onPress={onTemplate}
        isDisabled={isReadOnly}
      />
      <IconButton label={translate('app.search')} icon={<Search {...icon} />} onPress={onSearch} />
      <div className="rail-foot">
        <IconButton label={translate('publish.outbox')} icon={<Send {...icon} />} onPress={onOutbox} />
        {tools}
      </div>
    </nav>
  )
}
