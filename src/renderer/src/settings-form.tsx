import { useState } from 'react'
import { Dialog, Label, Popover, Radio, RadioGroup } from 'react-aria-components'
import { useTexts } from '../../base/ui/texts.tsx'
import type { Opened } from '../../base/ui/use-opener.ts'
import { chooseTheme, readTheme, THEMES, type Theme } from './appearance.ts'
import { chooseLocale } from './locale.ts'

/** The settings of this page, below their button. */
export function SettingsForm(opened: Opened) {
  const { translate, locale } = useTexts()
  const [theme, setTheme] = useState<Theme>(readTheme)
  const change = (value: string) => {
    const chosen = THEMES.find((each) => each === value) ?? 'system'
    setTheme(chosen)
    chooseTheme(chosen)
  }
  return (
    <Popover {...opened} className="float form-float">
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
  )
}
