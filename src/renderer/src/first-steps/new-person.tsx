import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import { findMemberProblems, STAFF_ROLES, type StaffMember } from '../../../newsroom/house/index.ts'
import { useForm } from '../settings/form-store.ts'
import { useProblems } from '../settings/problems.ts'
import { MemberFields } from '../settings/staff-form.tsx'
import { createKeptStore } from './kept-store.ts'

type PersonValues = Pick<StaffMember, 'initials' | 'name' | 'roles'>

const NOBODY: PersonValues = { initials: '', name: '', roles: ['writer'] }
const store = createKeptStore<PersonValues>('person', readPerson)

/** The value of the button that goes on from the form, outside it. */
export const NEXT = 'next'

/** A form for one person after the other: Enter adds one, and the next can be typed. */
export function NewPerson(props: {
  readonly id: string
  readonly staff: readonly StaffMember[]
  /** `onKept` is called once the person is in the list. */
  readonly onKeep: (member: StaffMember, onKept: () => void) => void
  readonly onNext: () => void
}) {
  const [count, setCount] = useState(0)
  // Each person has a form of their own, which begins at its first field.
  return <PersonForm key={count} {...props} onKept={() => setCount(count + 1)} />
}

function PersonForm(props: Parameters<typeof NewPerson>[0] & { readonly onKept: () => void }) {
  const { id, staff, onKeep, onNext } = props
  const { translate } = useTexts()
  const { values, isChanged, change, reset } = useForm(store, NOBODY)
  const [isTried, setTried] = useState(false)
  const made = { ...values, initials: values.initials.trim(), name: values.name.trim() }
  const found = findMemberProblems(made, staff, 'member')
  const problems = useProblems(
    // Initials that are being typed are not scolded for their first letter.
    isTried ? found : found.filter(({ reason }) => reason !== 'initials-form'),
    isTried,
  )
  return (
    <form
      id={id}
      className="settings-form"
      noValidate
      aria-label={translate('settings.staff.add')}
      onSubmit={(event) => {
        event.preventDefault()
        const isNext = isNextButton(event.nativeEvent)
        if (isNext && !isChanged) return onNext()
        setTried(true)
        if (found.length > 0) return
        onKeep(made, () => {
          reset()
          if (isNext) onNext()
          else props.onKept()
        })
      }}
    >
      <MemberFields values={values} problems={problems} onChange={change} />
      <div>
        <Button look="soft" type="submit" icon={<UserPlus size={16} strokeWidth={1.6} />}>
          {translate('settings.staff.add')}
        </Button>
      </div>
    </form>
  )
}

function isNextButton(event: Event): boolean {
  if (!(event instanceof SubmitEvent)) return false
  return event.submitter instanceof HTMLButtonElement && event.submitter.value === NEXT
}

/** Reads what was kept of the form; null when it is something else. */
function readPerson(value: unknown): PersonValues | null {
  if (typeof value !== 'object' || value === null) return null
  const words = new Map<string, unknown>(Object.entries(value))
  const [initials, name, roles] = ['initials', 'name', 'roles'].map((key) => words.get(key))
  if (typeof initials !== 'string' || typeof name !== 'string' || !Array.isArray(roles)) return null
  return { initials, name, roles: STAFF_ROLES.filter((role) => roles.includes(role)) }
}
