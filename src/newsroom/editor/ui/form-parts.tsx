import { ChevronsUpDown } from 'lucide-react'
import type { KeyboardEvent, ReactNode, RefObject } from 'react'
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
import { FormPopover } from './form-popover.tsx'

/** One line of a list of suggestions. */
export interface Suggestion {
  /** What the field holds once it is chosen. */
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
  /** Hears of a choice from the list; the default is a change to its value. */
  onChoose?: (value: string) => void
}

/** A field for free text with suggestions below it. What stands in it counts as chosen when it is one of them. */
export function SuggestField(props: SuggestField) {
  const isChosen = props.suggestions.some(({ value }) => value === props.value)
  const choose = (key: Key | null) => {
    if (key !== null) (props.onChoose ?? props.onChange)(String(key))
  }
  return (
    <ComboBox
      className="editor-field"
      inputValue={props.value}
      onInputChange={props.onChange}
      items={props.suggestions}
      selectedKey={isChosen ? props.value : null}
      onSelectionChange={choose}
      isInvalid={props.problem !== null}
      isDisabled={props.isDisabled ?? false}
      menuTrigger="input"
      allowsCustomValue
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
            <ListBoxItem className="editor-suggestion" id={item.value} textValue={item.value}>
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
  label: string
  anchor: RefObject<HTMLElement | null>
  help: string
  done: string
  remove: string | null
  children: ReactNode
  onClose(): void
  onDone(): void
  onCancel(): void
  onRemove(): void
}) {
  function handleKey(event: KeyboardEvent<HTMLFormElement>): void {
    const use = readKey(event.key, event.target)
    if (use === null || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    if (use === 'done') return props.onDone()
    props.onCancel()
  }
  return (
    <FormPopover label={props.label} anchor={props.anchor} onClose={props.onClose}>
      <form
        className="editor-form"
        noValidate
        onKeyDownCapture={handleKey}
        onSubmit={(event) => event.preventDefault()}
      >
        {props.children}
        <p className="editor-help">{props.help}</p>
        <div className="editor-acts">
          {props.remove === null ? null : (
            <button type="button" className="editor-btn is-danger" onClick={props.onRemove}>
              {props.remove}
            </button>
          )}
          <button type="button" className="editor-btn is-soft" onClick={props.onDone}>
            {props.done}
          </button>
        </div>
      </form>
    </FormPopover>
  )
}

/** Enter in a field is the form's unless it chooses from a list; Esc is unless it closes one. */
function readKey(key: string, target: EventTarget): 'done' | 'cancel' | null {
  if (!(target instanceof HTMLElement)) return null
  const isListOpen = target.ariaExpanded === 'true'
  if (key === 'Escape') return isListOpen ? null : 'cancel'
  const isField = target instanceof HTMLInputElement
  if (key !== 'Enter' || !isField || target.closest('[data-own-enter]') !== null) return null
  return target.hasAttribute('aria-activedescendant') ? null : 'done'
}
