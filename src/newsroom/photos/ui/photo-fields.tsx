import { useId } from 'react'
import { Input, Label, Text, TextArea, TextField } from 'react-aria-components'
import { useTexts } from '../../../base/ui/texts.tsx'

/** A field for words, of one line or more. */
export function Words(props: {
  readonly label: string
  readonly value: string
  readonly rows: number
  readonly help: string | undefined
  readonly isReadOnly: boolean
  readonly onChange: (value: string) => void
}) {
  const { label, value, rows, help, isReadOnly, onChange } = props
  return (
    <TextField className="photo-field" value={value} isReadOnly={isReadOnly} onChange={onChange}>
      <Label>{label}</Label>
      {rows === 1 ? <Input autoComplete="off" /> : <TextArea rows={rows} />}
      {help === undefined ? null : (
        <Text slot="description" className="help">
          {help}
        </Text>
      )}
    </TextField>
  )
}

interface ChoiceProps<Option extends string> {
  readonly label: string
  readonly value: Option
  readonly options: readonly Option[]
  readonly describe: (option: Option) => string
  /** What follows from the choice, or empty. */
  readonly help: string
  readonly isReadOnly: boolean
  readonly onChange: (option: Option) => void
}

/** One of a few, all of them to be seen. */
export function Choice<Option extends string>(props: ChoiceProps<Option>) {
  const { label, value, options, describe, help, isReadOnly, onChange } = props
  const name = useId()
  return (
    <fieldset className="photo-field photo-choice" disabled={isReadOnly}>
      <legend>{label}</legend>
      <div>
        {options.map((option) => (
          <label key={option}>
            <input type="radio" name={name} checked={option === value} onChange={() => onChange(option)} />
            {describe(option)}
          </label>
        ))}
      </div>
      {help === '' ? null : <p className="help">{help}</p>}
    </fieldset>
  )
}

interface Focus {
  readonly x: number
  readonly y: number
}

/** What stays in view where the photo is cut. */
export function FocusFields(props: {
  readonly focus: Focus
  readonly isReadOnly: boolean
  readonly onChange: (focus: Focus) => void
}) {
  const { focus, isReadOnly, onChange } = props
  const { translate } = useTexts()
  return (
    <fieldset className="photo-field photo-focus" disabled={isReadOnly}>
      <legend>{translate('photos.focus')}</legend>
      {(['x', 'y'] as const).map((axis) => (
        <label key={axis}>
          {translate(`photos.focus.${axis}`)}
          <input
            type="range"
            min={0}
            max={100}
            step={5}
            value={Math.round(focus[axis] * 100)}
            onChange={(event) => onChange({ ...focus, [axis]: Number(event.target.value) / 100 })}
          />
        </label>
      ))}
    </fieldset>
  )
}
