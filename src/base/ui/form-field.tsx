import type { ReactNode } from 'react'
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components'

export interface FormFieldProps {
  readonly label: string
  readonly value: string
  readonly help?: ReactNode
  /** What is wrong with the value, said beside it. */
  readonly problem?: string | null
  readonly type?: 'text' | 'date' | 'password' | 'url'
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly isDisabled?: boolean
  readonly onChange: (value: string) => void
}

/** A field for one line of text. */
export function FormField(props: FormFieldProps) {
  const { label, value, help, problem = null, type = 'text', placeholder = '', onChange } = props
  return (
    <TextField
      className="field"
      type={type}
      value={value}
      onChange={onChange}
      isInvalid={problem !== null}
      autoFocus={props.autoFocus ?? false}
      isDisabled={props.isDisabled ?? false}
      // What is wrong is said beside the field, and not by the browser.
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      <Input className="input" autoComplete="off" spellCheck={false} placeholder={placeholder} />
      {help === undefined ? null : <FieldHelp>{help}</FieldHelp>}
      <FieldError className="problem">{problem}</FieldError>
    </TextField>
  )
}

/** What helps with a field, read aloud with it. */
export function FieldHelp({ children }: { readonly children: ReactNode }) {
  return (
    <Text slot="description" className="help">
      {children}
    </Text>
  )
}
