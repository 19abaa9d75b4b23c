import { Settings } from 'lucide-react'
import { IconButton } from '../../base/ui/button.tsx'
import { useTexts } from '../../base/ui/texts.tsx'

/** The way to the settings. */
export function SettingsButton({ onPress }: { readonly onPress: () => void }) {
  const { translate } = useTexts()
  return (
    <IconButton
      label={translate('app.settings')}
      icon={<Settings size={16} strokeWidth={1.6} />}
      onPress={onPress}
    />
  )
}
