import { UserPlus } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import type { StaffMember } from '../../house/index.ts'
import { useEditorView } from './editor-context.ts'

const INITIALS = /^\p{L}{2,5}$/u

/** Puts somebody whom the staff directory does not know into it, without leaving the form: initials and full name. */
export function AddPerson(props: {
  readonly typed: string
  readonly role: StaffMember['roles'][number]
  readonly onAdded: () => void
}) {
  const { typed, role, onAdded } = props
  const { help, translate } = useEditorView()
  const [isOpen, setOpen] = useState(false)
  const { onAddStaff } = help
  if (onAddStaff === undefined) return null
  return isOpen ? (
    <PersonFields
      typed={typed}
      onAdd={(person) => {
        onAddStaff({ ...person, roles: [role] })
        onAdded()
      }}
    />
  ) : (
    <button type="button" className="editor-btn editor-add-person" onClick={() => setOpen(true)}>
      <UserPlus size={14} strokeWidth={1.6} aria-hidden />
      {translate('editor.person-add', { person: typed })}
    </button>
  )
}

/** Whichever of the two was typed is there already; the other one is asked for. */
function PersonFields(props: {
  readonly typed: string
  readonly onAdd: (person: Pick<StaffMember, 'initials' | 'name'>) => void
}) {
  const { typed, onAdd } = props
  const { translate } = useEditorView()
  const isInitials = INITIALS.test(typed)
  const [initials, setInitials] = useState(isInitials ? typed : '')
  const [name, setName] = useState(isInitials ? '' : typed)
  const isWhole = INITIALS.test(initials) && name.trim() !== ''
  const add = () => {
    if (isWhole) onAdd({ initials, name: name.trim() })
  }
  function handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return
    event.preventDefault()
    add()
  }
  return (
    <div className="editor-person" data-own-enter onKeyDown={handleKey}>
      <input
        className="editor-input"
        aria-label={translate('editor.person-initials')}
        placeholder={translate('editor.person-initials')}
        value={initials}
        autoFocus={!isInitials}
        onChange={(event) => setInitials(event.target.value.trim())}
      />
      <input
        className="editor-input"
        aria-label={translate('editor.person-name')}
        placeholder={translate('editor.person-name')}
        value={name}
        autoFocus={isInitials}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="button" className="editor-btn is-soft" disabled={!isWhole} onClick={add}>
        {translate('editor.person-keep')}
      </button>
    </div>
  )
}
