import { useState, type RefObject } from 'react'
import { FieldError, Input, Label, TextField } from 'react-aria-components'
import { readTypedLink } from '../typed-link.ts'
import { useEditorView } from './editor-context.ts'
import { FormPopover } from './form-popover.tsx'
import { $removeLinks, $setLink } from './lexical/link-commands.ts'

/** The address of a link, cleaned as it is set. */
export function LinkForm(props: { address: string; anchor: RefObject<HTMLElement | null>; onClose(): void }) {
  const { core, translate } = useEditorView()
  const [typed, setTyped] = useState(props.address)
  const [isRefused, setRefused] = useState(false)

  function apply(change: () => void): void {
    core.editor.update(change)
    props.onClose()
  }
  function submit(): void {
    const link = readTypedLink(typed)
    if (link === null) setRefused(true)
    else apply(() => $setLink(link))
  }
  return (
    <FormPopover label={translate('editor.link')} anchor={props.anchor} onClose={props.onClose}>
      <form
        className="editor-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <TextField
          className="editor-field"
          value={typed}
          onChange={(value) => {
            setTyped(value)
            setRefused(false)
          }}
          isInvalid={isRefused}
          autoFocus
        >
          <Label>{translate('editor.link-address')}</Label>
          <Input
            className="editor-input"
            inputMode="url"
            spellCheck={false}
            autoCorrect="off"
            autoComplete="off"
          />
          <FieldError className="editor-problem">{translate('editor.link-refused')}</FieldError>
        </TextField>
        <div className="editor-acts">
          {props.address === '' ? null : (
            <button type="button" className="editor-btn is-danger" onClick={() => apply($removeLinks)}>
              {translate('editor.link-remove')}
            </button>
          )}
          <button type="submit" className="editor-btn is-soft">
            {translate('editor.link-set')}
          </button>
        </div>
      </form>
    </FormPopover>
  )
}
