import { useEffect, type ClipboardEvent, type KeyboardEvent, type RefObject } from 'react'
import { useEditorView, useViewState } from './editor-context.ts'
import { handleHistoryKey, readHistoryInput, travel } from './history-keys.ts'

/** The headline: one line of text that wraps. Enter goes on to the body. */
export function Headline({
  fieldRef,
  onLeave,
}: {
  fieldRef: RefObject<HTMLTextAreaElement | null>
  onLeave(): void
}) {
  const { core, translate, isReadOnly } = useEditorView()
  const headline = useViewState('headline')
  useOneHistory(fieldRef)

  function handleKey(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (handleHistoryKey(event, core.editor)) return
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      onLeave()
    }
  }
  return (
    <textarea
      ref={fieldRef}
      className="editor-headline"
      aria-label={translate('editor.headline')}
      placeholder={translate('editor.headline-placeholder')}
      value={headline}
      rows={1}
      readOnly={isReadOnly}
      lang="id"
      spellCheck={false}
      autoCorrect="off"
      autoComplete="off"
      translate="no"
      onChange={(event) => core.fields.setHeadline(joinLines(event.target.value))}
      onKeyDown={handleKey}
      onPaste={pastePlainly}
    />
  )
}

/** Pasted text is plain and on one line; a no-break space from elsewhere is residue. */
function pastePlainly(event: ClipboardEvent<HTMLTextAreaElement>): void {
  const text = event.clipboardData.getData('text/plain')
  const field = event.currentTarget
  if (text === '' || field.readOnly) return
  event.preventDefault()
  field.setRangeText(
    joinLines(text).replaceAll('\u00a0', ' ').trim(),
    field.selectionStart,
    field.selectionEnd,
    'end',
  )
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))
}

function joinLines(text: string): string {
  return text.replace(/[\r\n]+/g, ' ')
}

/** The field's native history would undo by itself, outside ours: its requests from menus go to ours. */
function useOneHistory(fieldRef: RefObject<HTMLTextAreaElement | null>): void {
  const { core } = useEditorView()
  useEffect(() => {
    const field = fieldRef.current
    if (field === null) return
    const handleInput = (event: InputEvent) => {
      const command = readHistoryInput(event)
      if (command === null) return
      event.preventDefault()
      travel(core.editor, command)
    }
    field.addEventListener('beforeinput', handleInput)
    return () => field.removeEventListener('beforeinput', handleInput)
  }, [core, fieldRef])
}
