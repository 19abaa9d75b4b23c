import { useRef } from 'react'
import { listPresentStaff, type StaffMember } from '../../house/index.ts'
import { completePerson, findStaff, lookUpPeople } from '../people.ts'
import { AddPerson } from './add-person.tsx'
import { useEditorView } from './editor-context.ts'
import { SuggestField } from './form-parts.tsx'

/** A field for people: initials or names, of whom the staff directory suggests those that fit what is typed last. */
export function PeopleField(props: {
  label: string
  value: string
  role: StaffMember['roles'][number]
  problem: string | null
  isDisabled?: boolean
  autoFocus?: boolean
  onChange(value: string): void
}) {
  const { house, translate, help: desk } = useEditorView()
  const { names, unknown } = lookUpPeople(props.value, house.staff)
  const help = [
    ...names,
    ...(unknown.length === 0 || props.problem !== null
      ? []
      : [translate('editor.people-unknown', { initials: unknown.join(', ') })]),
  ].join(' · ')
  const [stranger] = unknown
  const ref = useRef<HTMLDivElement | null>(null)
  return (
    <div ref={ref} className="editor-people">
      <SuggestField
        label={props.label}
        value={props.value}
        problem={props.problem}
        help={help === '' ? undefined : help}
        isDisabled={props.isDisabled ?? false}
        autoFocus={props.autoFocus ?? false}
        suggestionsLabel={translate('editor.suggestions')}
        suggestions={findStaff(listPresentStaff(house.staff, desk.getToday()), props.value, props.role).map(
          (member) => ({
            value: completePerson(props.value, member.initials),
            content: <StaffLine member={member} />,
          }),
        )}
        onChange={props.onChange}
      />
      {stranger === undefined || props.isDisabled === true ? null : (
        <AddPerson
          key={stranger}
          typed={stranger}
          role={props.role}
          onAdded={() => focusField(ref.current)}
        />
      )}
    </div>
  )
}

/** Once somebody is added, the fields for them are gone. */
function focusField(parts: HTMLElement | null): void {
  parts?.querySelector<HTMLElement>('[role=combobox]')?.focus()
}

function StaffLine({ member }: { member: StaffMember }) {
  const { translate } = useEditorView()
  const roles = member.roles.map((role) => translate(`editor.role-${role}`)).join(', ')
  return (
    <>
      <span className="editor-initials">{member.initials}</span>
      <span>{member.name}</span>
      <span className="editor-role">{roles}</span>
    </>
  )
}
