import { ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Button,
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
  type Key,
} from 'react-aria-components'

/** One line of a list of suggestions. */
export interface Suggestion {
  readonly id: string
  /** What the field shows once it is chosen. */
  readonly value: string
  readonly content: ReactNode
}

export interface SuggestField {
  readonly label: string
  readonly value: string
  readonly suggestions: readonly Suggestion[]
  readonly suggestionsLabel: string
  /** Why the value is refused, or null. */
  readonly problem: string | null
  readonly help?: string | undefined
  readonly isDisabled?: boolean
  readonly autoFocus?: boolean
  onChange(value: string): void
  onChoose(id: string): void
}

/** A field for free text with suggestions below it. */
export function SuggestField(props: SuggestField) {
  const choose = (key: Key | null) => {
    if (key !== null) props.onChoose(String(key))
  }
  return (
    <ComboBox
      className="editor-field"
      inputValue={props.value}
      onInputChange={props.onChange}
      items={props.suggestions}
      selectedKey={null}
      onSelectionChange={choose}
      isInvalid={props.problem !== null}
      isDisabled={props.isDisabled ?? false}
      menuTrigger="input"
      allowsCustomValue
      allowsEmptyCollection
    >
      <Label>{props.label}</Label>
      <div className="editor-combo">
        <Input
          className="editor-input"
          autoFocus={props.autoFocus ?? false}
          spellCheck={false}
          autoCorrect="off"
          autoComplete="off"
        />
        <Button className="editor-combo-button">
          <ChevronsUpDown size={16} strokeWidth={1.6} aria-hidden />
        </Button>
      </div>
      {props.help === undefined ? null : (
        <Text slot="description" className="editor-help">
          {props.help}
        </Text>
      )}
      <FieldError className="editor-problem">{props.problem}</FieldError>
      <Popover className="editor-suggestions" offset={4}>
        <ListBox<Suggestion> aria-label={props.suggestionsLabel}>
          {(item) => (
            <ListBoxItem className="editor-suggestion" id={item.id} textValue={item.value}>
              {item.content}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

/** The frame of a form in a popover. Enter closes it unless something is refused; Esc takes back what it changed. */
export function ChipFormFrame(props: {
  help: string
  done: string
  remove: string | null
  children: ReactNode
  onDone(): void
  onCancel(): void
  onRemove(): void
}) {
  return (
    <form
      className="editor-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        props.onDone()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onCancel()
      }}
    >
      {props.children}
      <p className="editor-help">{props.help}</p>
      <div className="editor-acts">
        {props.remove === null ? null : (
          <button type="button" className="editor-btn is-danger" onClick={props.onRemove}>
            {props.remove}
          </button>
        )}
        <button type="submit" className="editor-btn is-soft">
          {props.done}
        </button>
      </div>
    </form>
  )
}
