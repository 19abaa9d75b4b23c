import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTexts } from '../../../base/ui/texts.tsx'
import { ZONES, type House } from '../../../newsroom/house/index.ts'

/** When it is in Indonesia. */
export function ZoneField(props: {
  readonly value: House['organisation']['zone']
  readonly onChange: (zone: House['organisation']['zone']) => void
}) {
  const { translate } = useTexts()
  return (
    <RadioGroup
      value={props.value}
      onChange={(value) => props.onChange(ZONES.find((zone) => zone === value) ?? 'WIB')}
      className="field"
      orientation="horizontal"
    >
      <Label>{translate('settings.office.zone')}</Label>
      <div className="settings-radios">
        {ZONES.map((zone) => (
          <Radio key={zone} value={zone} className="radio">
            {translate(`settings.office.zone.${zone}`)}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
