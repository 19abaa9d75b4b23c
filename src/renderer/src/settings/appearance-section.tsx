import { useState } from 'react'
import { Label, Radio, RadioGroup, Text } from 'react-aria-components'
import { useTexts } from '../../../base/ui/texts.tsx'
import { chooseTheme, readTheme, THEMES, type Theme } from '../appearance.ts'

/** How the desk looks, on this machine. */
export function AppearanceSection() {
  const { translate } = useTexts()
  const [theme, setTheme] = useState<Theme>(readTheme)
  const change = (value: string) => {
    const chosen = THEMES.find((each) => each === value) ?? 'system'
    setTheme(chosen)
    chooseTheme(chosen)
  }
  return (
    <RadioGroup value={theme} onChange={change} className="field">
      <Label>{translate('settings.theme')}</Label>
      {THEMES.map((each) => (
        <Radio key={each} value={each} className="radio">
          {translate(`settings.theme.${each}`)}
        </Radio>
      ))}
      <Text slot="description" className="help">
        {translate('settings.theme.help')}
      </Text>
    </RadioGroup>
  )
}
