import { Label, Radio, RadioGroup, Text } from 'react-aria-components'
import { Button } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import { getOfficeDay } from '../../../newsroom/formats/index.ts'
import { isAtOffice } from '../../../newsroom/house/index.ts'
import { setPerson } from '../acts/set-person.ts'
import type { SectionProps } from './section.ts'

const NOBODY = ''

/** Who writes at this machine: new stories start with them, and what is kept or signed off has their initials. */
export function PersonSection({ desk }: SectionProps) {
  const { translate } = useTexts()
  return (
    <>
      <PersonField desk={desk} />
      <div>
        <Button look="line" isSmall onPress={() => desk.places.showSettings('staff')}>
          {translate('settings.person.staff')}
        </Button>
      </div>
    </>
  )
}

/** The people of the office, to choose oneself from. */
export function PersonField({ desk: { house, person, run } }: SectionProps) {
  const { translate } = useTexts()
  const today = getOfficeDay(new Date().toISOString(), house.organisation.zone)
  const offered = house.staff.filter((each) => isAtOffice(each, today) || each.initials === person)
  return (
    <RadioGroup
      className="field"
      value={person ?? NOBODY}
      onChange={(chosen) => run(setPerson(chosen === NOBODY ? null : chosen))}
    >
      <Label>{translate('settings.person')}</Label>
      {offered.map(({ initials, name }) => (
        <Radio key={initials} value={initials} className="radio">
          {name} <span>{initials}</span>
        </Radio>
      ))}
      <Radio value={NOBODY} className="radio">
        {translate('settings.person.nobody')}
      </Radio>
      <Text slot="description" className="help">
        {translate('settings.person.help')}
      </Text>
    </RadioGroup>
  )
}
