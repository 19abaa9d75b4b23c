import { LayoutTemplate, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, IconButton } from '../../../base/ui/button.tsx'
import { createLate, usePainted } from '../../../base/ui/late.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { LibraryContentsProps } from './library-contents.tsx'

const LibraryContents = createLate(async () => (await import('./library-contents.tsx')).LibraryContents, {
  hold: false,
})

export interface LibraryProps extends LibraryContentsProps {
  readonly onNew: () => void
  /** Asks what a new story is to start from. */
  readonly onTemplate: () => void
  /** Further controls, at the end of the head. */
  readonly tools: ReactNode
  /** Whether what a person asked for first is there: the list comes after it. */
  readonly isDue: boolean
}

/** The library: what starts a story, and, as soon as there is time for them, search, filters and the list. */
export function Library({ onNew, onTemplate, tools, isReadOnly, isDue, ...contents }: LibraryProps) {
  const { translate } = useTexts()
  const isPainted = usePainted(isDue)
  return (
    <section className="library" aria-label={translate('app.library')}>
      <header className="head">
        <h1 className="brand">Redaksi</h1>
        <div className="push">{tools}</div>
        <Button
          look="line"
          icon={<Plus size={16} strokeWidth={1.6} />}
          onPress={onNew}
          isDisabled={isReadOnly}
        >
          {translate('app.new')}
        </Button>
        <IconButton
          label={translate('templates.from')}
          icon={<LayoutTemplate size={16} strokeWidth={1.6} />}
          onPress={onTemplate}
          isDisabled={isReadOnly}
          aria-haspopup="dialog"
        />
      </header>
      {isPainted ? <LibraryContents {...contents} isReadOnly={isReadOnly} /> : null}
    </section>
  )
}
