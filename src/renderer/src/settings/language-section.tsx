import { Label, Radio, RadioGroup, Text } from 'react-aria-components'
import { useTexts } from '../../../base/ui/texts.tsx'
import { chooseLocale } from '../locale.ts'

const LOCALES = ['id', 'en'] as const

/** The language that the desk speaks. */
export function LanguageSection() {
  const { translate, locale } = useTexts()
  return (
    <RadioGroup
      value={locale}
      onChange={(value) => chooseLocale(value === 'en' ? 'en' : 'id')}
      className="field"
    >
      <Label>{translate('settings.language')}</Label>
      {LOCALES.map((each) => (
        <Radio key={each} value={each} className="radio">
          {translate(`settings.language.${each}`)}
        </Radio>
      ))}
      <Text slot="description" className="help">
        {translate('settings.language.help')}
      </Text>
    </RadioGroup>
  )
}
