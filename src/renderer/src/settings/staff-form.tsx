import { useState } from 'react'
import { Checkbox, CheckboxGroup, Label } from 'react-aria-components'
import { Button } from '../../../base/ui/button.tsx'
import { FormField } from '../../../base/ui/form-field.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import { findMemberProblems, STAFF_ROLES, type StaffMember } from '../../../newsroom/house/index.ts'
import { createFormStore, useForm } from './form-store.ts'
import { useProblems, type Problems } from './problems.ts'

interface MemberValues extends Pick<StaffMember, 'initials' | 'name' | 'roles'> {
  /** `YYYY-MM-DD`, or empty. */
  readonly from: string
  readonly to: string
}

const NOBODY: MemberValues = { initials: '', name: '', roles: ['writer'], from: '', to: '' }
const stores = new Map<string, ReturnType<typeof createFormStore<MemberValues>>>()

/** The form of somebody on the staff. */
export function StaffForm(props: {
  /** Who is changed, or null for somebody new. */
  readonly member: StaffMember | null
  readonly others: readonly StaffMember[]
  readonly onKeep: (member: StaffMember) => void
  readonly onCancel: () => void
}) {
  const { member, others, onKeep, onCancel } = props
  const { translate } = useTexts()
  const stored = member === null ? NOBODY : { from: '', to: '', ...member }
  const { values, change, reset } = useForm(findStore(member), stored)
  const [isTried, setTried] = useState(false)
  const made = readMember(values)
  const found = findMemberProblems(made, others, 'member')
  const problems = useProblems(
    // Initials that are being typed are not scolded for their first letter.
    isTried ? found : found.filter(({ reason }) => reason !== 'initials-form'),
    isTried,
  )
  return (
    <form
      className="settings-form"
      noValidate
      aria-label={member?.name ?? translate('settings.staff.add')}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (found.length > 0) return
        reset()
        onKeep(made)
      }}
    >
      <MemberFields values={values} problems={problems} onChange={change} />
      <DaysFields values={values} problems={problems} onChange={change} />
      <footer className="settings-foot">
        <Button
          onPress={() => {
            reset()
            onCancel()
          }}
        >
          {translate('settings.cancel')}
        </Button>
        <Button look="main" type="submit">
          {translate('settings.keep')}
        </Button>
      </footer>
    </form>
  )
}

interface FieldsProps<Values> {
  readonly values: Values
  readonly problems: Problems
  readonly onChange: (part: Partial<Values>) => void
}

/** Who somebody is, and what they do. What is wrong stands at `member`. */
export function MemberFields(props: FieldsProps<Pick<StaffMember, 'initials' | 'name' | 'roles'>>) {
  const { values, problems, onChange } = props
  const { translate } = useTexts()
  return (
    <>
      <div className="settings-two">
        <FormField
          label={translate('settings.staff.initials')}
          value={values.initials}
          help={translate('settings.staff.initials.help')}
          problem={problems.at('member.initials')}
          autoFocus
          onChange={(initials) => onChange({ initials })}
        />
        <FormField
          label={translate('settings.staff.name')}
          value={values.name}
          problem={problems.at('member.name')}
          onChange={(name) => onChange({ name })}
        />
      </div>
      <RolesField value={values.roles} onChange={(roles) => onChange({ roles })} />
    </>
  )
}

function DaysFields({ values, problems, onChange }: FieldsProps<Pick<MemberValues, 'from' | 'to'>>) {
  const { translate } = useTexts()
  return (
    <div className="settings-two">
      <FormField
        type="date"
        label={translate('settings.staff.from')}
        value={values.from}
        onChange={(from) => onChange({ from })}
      />
      <FormField
        type="date"
        label={translate('settings.staff.to')}
        value={values.to}
        help={translate('settings.staff.to.help')}
        problem={problems.at('member.to')}
        onChange={(to) => onChange({ to })}
      />
    </div>
  )
}

/** What somebody does at the office. */
function RolesField(props: {
  readonly value: StaffMember['roles']
  readonly onChange: (roles: StaffMember['roles']) => void
}) {
  const { translate } = useTexts()
  return (
    <CheckboxGroup
      className="field"
      value={[...props.value]}
      onChange={(chosen) => props.onChange(STAFF_ROLES.filter((role) => chosen.includes(role)))}
    >
      <Label>{translate('settings.staff.roles')}</Label>
      <div className="settings-radios">
        {STAFF_ROLES.map((role) => (
          <Checkbox key={role} value={role} className="check">
            {translate(`settings.role.${role}`)}
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  )
}

function readMember({ initials, name, roles, from, to }: MemberValues): StaffMember {
  return {
    initials: initials.trim(),
    name: name.trim(),
    roles,
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
  }
}

/** What was typed into somebody's form is nobody else's. */
function findStore(member: StaffMember | null): ReturnType<typeof createFormStore<MemberValues>> {
  const key = member?.initials ?? ''
  const store = stores.get(key) ?? createFormStore<MemberValues>()
  stores.set(key, store)
  return store
}
