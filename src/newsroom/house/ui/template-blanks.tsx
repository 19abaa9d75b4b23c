import { useId } from 'react'
import { useTexts } from '../../../base/ui/texts.tsx'
import { FORM_KINDS, type FormBlank } from '../template-form.ts'

/** The blanks that a template's texts hold, and what each of them takes. */
export function TemplateBlanks(props: {
  readonly blanks: readonly FormBlank[]
  /** The label of a choice that has nothing to choose from, or null. */
  readonly unchosen: string | null
  readonly onChange: (blank: FormBlank) => void
}) {
  const { blanks, unchosen, onChange } = props
  const { translate } = useTexts()
  return (
    <fieldset className="template-blanks">
      <legend>{translate('templates.blanks')}</legend>
      {blanks.length === 0 ? <p className="help">{translate('templates.no-blanks')}</p> : null}
      {blanks.map((blank) => (
        <BlankRow key={blank.label} blank={blank} isUnchosen={blank.label === unchosen} onChange={onChange} />
      ))}
    </fieldset>
  )
}

function BlankRow(props: {
  readonly blank: FormBlank
  readonly isUnchosen: boolean
  readonly onChange: (blank: FormBlank) => void
}) {
  const { blank, isUnchosen, onChange } = props
  const { translate } = useTexts()
  const id = useId()
  return (
    <div className="template-blank">
      <label htmlFor={id}>{blank.label}</label>
      <select
        id={id}
        className="input"
        value={blank.kind}
        onChange={({ target }) => {
          const kind = FORM_KINDS.find((each) => each === target.value) ?? 'text'
          onChange({ ...blank, kind })
        }}
      >
        {FORM_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {translate(`templates.kind.${kind}`)}
          </option>
        ))}
      </select>
      {blank.kind === 'choice' ? (
        <input
          className="input"
          aria-label={translate('templates.choices', { label: blank.label })}
          aria-invalid={isUnchosen}
          placeholder={translate('templates.choices-help')}
          value={blank.choices}
          onChange={({ target }) => onChange({ ...blank, choices: target.value })}
        />
      ) : null}
      {isUnchosen ? (
        <p className="problem" role="alert">
          {translate('templates.choices-missing')}
        </p>
      ) : null}
    </div>
  )
}
