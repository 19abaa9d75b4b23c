import { useId, useState, type FormEvent } from 'react'
import { Button } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import { cleanRevisionName, LONGEST_REVISION_NAME } from '../revision-name.ts'

/** Asks for a revision's name. An empty one takes the name away. */
export function RevisionNameForm(props: {
  readonly name: string | null
  readonly onName: (name: string | null) => void
  readonly onCancel: () => void
}) {
  const { name, onName, onCancel } = props
  const { translate } = useTexts()
  const [typed, setTyped] = useState(name ?? '')
  const field = useId()
  const given = cleanRevisionName(typed)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (given === name) onCancel()
    else onName(given)
  }
  return (
    <form
      className="history-name-form"
      onSubmit={submit}
      onKeyDown={({ key }) => key === 'Escape' && onCancel()}
    >
      <div className="field">
        <label htmlFor={field}>{translate('history.name.field')}</label>
        <input
          id={field}
          className="input"
          value={typed}
          maxLength={LONGEST_REVISION_NAME}
          autoComplete="off"
          autoFocus
          aria-describedby={`${field}-help`}
          onChange={({ target }) => setTyped(target.value)}
        />
        <p id={`${field}-help`} className="help">
          {translate('history.name.help')}
        </p>
      </div>
      <div className="history-acts">
        <Button look="soft" isSmall type="submit">
          {translate('history.name.save')}
        </Button>
        {name === null ? null : (
          <Button look="line" isSmall onPress={() => onName(null)}>
            {translate('history.name.remove')}
          </Button>
        )}
        <Button isSmall onPress={onCancel}>
          {translate('publish.cancel')}
        </Button>
      </div>
    </form>
  )
}
