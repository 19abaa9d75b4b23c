import { Monitor, Smartphone, X } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { House } from '../../../newsroom/house/index.ts'
import type { OpenDraft } from '../page/use-open-draft.ts'
import { PreviewFrame, type Device } from './preview-frame.tsx'
import { useStoryPage } from './use-story-page.ts'
import './preview.css'

const KEY = 'redaksi.preview'
const ICON = { size: 16, strokeWidth: 1.6, 'aria-hidden': true } as const

/** The open story beside its text, as readers will see it. */
export function PreviewPane(props: {
  readonly open: OpenDraft
  readonly house: House
  readonly onClose: () => void
}) {
  const { open, house, onClose } = props
  const { translate } = useTexts()
  const [device, setDevice] = useState<Device>(localStorage.getItem(KEY) === 'desktop' ? 'desktop' : 'phone')
  const page = useStoryPage(open, house)
  const choose = (chosen: Device) => {
    localStorage.setItem(KEY, chosen)
    setDevice(chosen)
  }
  return (
    <aside
      className={`preview is-${device}`}
      aria-label={translate('view.preview')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose()
      }}
    >
      <header className="head">
        <h1>{translate('view.preview')}</h1>
        <div className="push" role="group" aria-label={translate('view.preview.width')}>
          <IconButton
            label={translate('view.preview.phone')}
            icon={<Smartphone {...ICON} />}
            aria-pressed={device === 'phone'}
            onPress={() => choose('phone')}
          />
          <IconButton
            label={translate('view.preview.desktop')}
            icon={<Monitor {...ICON} />}
            aria-pressed={device === 'desktop'}
            onPress={() => choose('desktop')}
          />
        </div>
        <IconButton label={translate('view.preview.close')} icon={<X {...ICON} />} onPress={onClose} />
      </header>
      <PreviewFrame label={translate('view.preview.page')} device={device} page={page} />
    </aside>
  )
}
