import { Settings } from 'lucide-react'
import { useState } from 'react'
import { Dialog, DialogTrigger, Label, Popover, Radio, RadioGroup } from 'react-aria-components'
import { IconButton } from '../../base/ui/button.tsx'
import { useTexts } from '../../base/ui/texts.tsx'
import { chooseTheme, readTheme, THEMES, type Theme } from './appearance.ts'
import { chooseLocale } from './locale.ts'

/** How the desk looks, and in which language it speaks. */
export function SettingsMenu() {
  const { translate, locale } = useTexts()
  const [theme, setTheme] = useState<Theme>(readTheme)
  const change = (value: string) => {
    const chosen = THEMES.find((each) => each === value) ?? 'system'
    setTheme(chosen)
    chooseTheme(chosen)
  }
  return (
    <DialogTrigger>
      <IconButton label={translate('app.settings')} icon={<Settings size={16} strokeWidth={1.6} />} />
      <Popover className="float form-float">
        <Dialog className="dialog" aria-label={translate('app.settings')}>
          <RadioGroup value={theme} onChange={change} className="field">
            <Label>{translate('app.settings.theme')}</Label>
            {THEMES.map((each) => (
              <Radio key={each} value={each} className="radio">
                {translate(`app.settings.theme.${each}`)}
              </Radio>
            ))}
          </RadioGroup>
          <RadioGroup
            value={locale}
            onChange={(value) => chooseLocale(value === 'en' ? 'en' : 'id')}
            className="field"
          >
            <Label>{translate('app.settings.locale')}</Label>
            {(['id', 'en'] as const).map((each) => (
              <Radio key={each} value={each} className="radio">
                {translate(`app.settings.locale.${each}`)}
              </Radio>
            ))}
          </RadioGroup>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
