import { useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { Button } from '../../../base/ui/button.tsx'
import { FieldHelp } from '../../../base/ui/form-field.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import { parseStaffRows, type StaffMember, type StaffRow } from '../../../newsroom/house/index.ts'

/** Takes people from rows of a spreadsheet, and shows first whom it would add and whom it cannot. */
export function StaffPaste(props: {
  readonly staff: readonly StaffMember[]
  readonly onKeep: (members: readonly StaffMember[]) => void
  readonly onCancel: () => void
}) {
  const { staff, onKeep, onCancel } = props
  const { translate } = useTexts()
  const [text, setText] = useState('')
  const rows = parseStaffRows(text, staff)
  const fit = rows.filter(({ problem }) => problem === null)
  return (
    <form
      className="settings-form"
      aria-label={translate('settings.staff.paste')}
      onSubmit={(event) => {
        event.preventDefault()
        if (fit.length > 0) onKeep(fit.map(({ member }) => member))
      }}
    >
      <PasteField value={text} onChange={setText} />
      <PastedRows rows={rows} />
      <footer className="settings-foot">
        <Button onPress={onCancel}>{translate('settings.cancel')}</Button>
        <Button look="main" type="submit" isDisabled={fit.length === 0}>
          {translate('settings.staff.paste.keep', { count: fit.length })}
        </Button>
      </footer>
    </form>
  )
}

/** A field for rows of a spreadsheet. */
function PasteField(props: { readonly value: string; readonly onChange: (text: string) => void }) {
  const { translate } = useTexts()
  return (
    <TextField className="field" {...props}>
      <Label>{translate('settings.staff.paste.rows')}</Label>
      <TextArea className="input settings-rows" rows={6} spellCheck={false} />
      <FieldHelp>{translate('settings.staff.paste.help')}</FieldHelp>
    </TextField>
  )
}

/** What became of each row. */
function PastedRows({ rows }: { readonly rows: readonly StaffRow[] }) {
  const { translate } = useTexts()
  if (rows.length === 0) return null
  return (
    <ul className="settings-list" aria-label={translate('settings.staff.paste.preview')}>
      {rows.map(({ line, member, problem }) => (
        <li key={line} className="settings-item">
          <b className="settings-initials">{member.initials}</b>
          <div>
            <b>{member.name}</b>
            {problem === null ? (
              <p className="help">
                {member.roles.map((role) => translate(`settings.role.${role}`)).join(', ')}
              </p>
            ) : (
              <p className="problem">
                {translate('settings.staff.paste.skipped', { line })}{' '}
                {translate(`settings.problem.${problem.reason}`, { words: problem.words })}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
