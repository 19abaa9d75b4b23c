import { ClipboardPaste, UserMinus } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { StaffMember } from '../../../newsroom/house/index.ts'
import { changeHouse } from '../acts/house.ts'
import { setPerson } from '../acts/set-person.ts'
import type { Desk } from '../desk.ts'
import { PersonField } from '../settings/person-section.tsx'
import { StaffPaste } from '../settings/staff-paste.tsx'
import { NewPerson, NEXT } from './new-person.tsx'
import { isStarterPerson } from './starter.ts'
import type { StepProps } from './step.ts'

const ICON = { size: 16, strokeWidth: 1.6 } as const

/** The people of the office, added one after the other, and who of them writes at this machine. */
export function PeopleStep({ desk, foot, onNext }: StepProps) {
  const { translate } = useTexts()
  const [isPasting, setPasting] = useState(false)
  const formId = useId()
  return (
    <div className="first-steps-step">
      <div className="first-steps-ask settings-form">
        <h1>{translate('first-steps.people')}</h1>
        <p className="first-steps-lead">{translate('first-steps.people.lead')}</p>
        {isPasting ? (
          <StaffPaste
            staff={desk.house.staff}
            onKeep={(members) => {
              addPeople(desk, members)
              setPasting(false)
            }}
            onCancel={() => setPasting(false)}
          />
        ) : (
          <>
            <NewPerson
              id={formId}
              staff={desk.house.staff}
              onKeep={(member, onKept) => addPeople(desk, [member], onKept)}
              onNext={onNext}
            />
            <p className="first-steps-other">
              {translate('first-steps.people.many')}{' '}
              <Button
                look="line"
                isSmall
                icon={<ClipboardPaste {...ICON} />}
                onPress={() => setPasting(true)}
              >
                {translate('settings.staff.paste')}
              </Button>
            </p>
          </>
        )}
        {foot(
          isPasting ? null : (
            // Whoever has typed somebody and goes on means that person, too.
            <Button look="main" type="submit" form={formId} value={NEXT}>
              {translate('first-steps.next')}
            </Button>
          ),
        )}
      </div>
      <aside className="first-steps-beside" aria-label={translate('settings.section.staff')}>
        <PersonField desk={desk} />
        <InventedPeople desk={desk} />
      </aside>
    </div>
  )
}

/** The first real person to be added is taken to be the one who types; that can be changed at once. */
function addPeople(desk: Desk, members: readonly StaffMember[], onKept: () => void = () => undefined): void {
  const { house, person, run } = desk
  const { staff } = house
  const [first] = members
  const said = members.length === 1 ? 'settings.staff.added' : 'settings.staff.added-many'
  const isFirst = person === null && staff.every((each) => isStarterPerson(each) || isDesk(each))
  run(
    changeHouse({ base: { staff }, changes: { staff: [...staff, ...members] } }, said, () => {
      onKept()
      if (isFirst && members.length === 1 && first !== undefined) run(setPerson(first.initials))
    }),
  )
}

const isDesk = ({ roles }: StaffMember): boolean => !roles.includes('writer')

/** The names that a new library comes with belong to nobody: they are taken out in one step. */
function InventedPeople({ desk: { house, person, run, isReadOnly } }: { readonly desk: Desk }) {
  const { translate } = useTexts()
  const { staff } = house
  const invented = staff.filter((each) => isStarterPerson(each) && each.initials !== person)
  if (invented.length === 0) return null
  const others = staff.filter((each) => !invented.includes(each))
  return (
    <div className="first-steps-invented">
      <p className="help">
        {translate('first-steps.people.invented', { names: invented.map(({ name }) => name).join(', ') })}
      </p>
      <Button
        look="line"
        isSmall
        icon={<UserMinus {...ICON} />}
        isDisabled={isReadOnly}
        onPress={() =>
          run(changeHouse({ base: { staff }, changes: { staff: others } }, 'first-steps.people.cleared'))
        }
      >
        {translate('first-steps.people.clear')}
      </Button>
    </div>
  )
}
