import { Settings } from 'lucide-react'
import { IconButton } from '../../base/ui/button.tsx'
import { createLate } from '../../base/ui/late.tsx'
import { useTexts } from '../../base/ui/texts.tsx'
import { useOpener } from '../../base/ui/use-opener.ts'

const SettingsForm = createLate(async () => (await import('./settings-form.tsx')).SettingsForm, {
  hold: true,
})

/** How the desk looks, and in which language it speaks. */
export function SettingsMenu() {
  const { translate } = useTexts()
  const { button, opened } = useOpener('dialog')
  return (
    <>
      <IconButton
        {...button}
        label={translate('app.settings')}
        icon={<Settings size={16} strokeWidth={1.6} />}
      />
      {opened.isOpen ? <SettingsForm {...opened} /> : null}
    </>
  )
}
