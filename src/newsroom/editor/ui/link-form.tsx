import { useState } from 'react'
import { FieldError, Input, Label, TextField } from 'react-aria-components'
import { readTypedLink } from '../typed-link.ts'
import { useEditorView } from './editor-context.ts'
import { $removeLinks, $setLink } from './lexical/link-commands.ts'

/** The address of a link, cleaned as it is set. */
export function LinkForm({ address, onClose }: { address: string; onClose(): void }) {
  const { core, translate } = useEditorView()
  const [typed, setTyped] = useState(address)
  const [isRefused, setRefused] = useState(false)

  function apply(change: () => void): void {
    core.editor.update(change)
    onClose()
    // Once the form is gone and has given the focus back to its button.
    setTimeout(() => core.editor.focus(), FOCUS_DELAY_MS)
  }
  return (
    <form
      className="editor-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const link = readTypedLink(typed)
        if (link === null) setRefused(true)
        else apply(() => $setLink(link))
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
        {address === '' ? null : (
          <button type="button" className="editor-btn is-danger" onClick={() => apply($removeLinks)}>
            {translate('editor.link-remove')}
          </button>
        )}
        <button type="submit" className="editor-btn is-soft">
          {translate('editor.link-set')}
        </button>
      </div>
    </form>
  )
}

const FOCUS_DELAY_MS = 50
