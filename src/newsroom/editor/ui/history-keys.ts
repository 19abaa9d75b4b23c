import { REDO_COMMAND, UNDO_COMMAND, type LexicalCommand, type LexicalEditor } from 'lexical'

type Keys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** What a key asks of the history, or null: Ctrl or Cmd with Z, with Shift Z, or Ctrl Y. */
function readHistoryKey(event: Keys): LexicalCommand<void> | null {
  if (event.altKey || event.ctrlKey === event.metaKey) return null
  const key = event.key.toLowerCase()
  if (key === 'y' && event.ctrlKey && !event.shiftKey) return REDO_COMMAND
  if (key !== 'z') return null
  return event.shiftKey ? REDO_COMMAND : UNDO_COMMAND
}

/** Answers the history's keys where the focus is on a button: a chip or a tool. Whether it did. */
export function handleHistoryKey(
  event: Keys & Pick<Event, 'preventDefault'>,
  editor: LexicalEditor,
): boolean {
  const command = readHistoryKey(event)
  if (command === null) return false
  event.preventDefault()
  travel(editor, command)
  return true
}

/** What the browser's own undo and redo, from its menus, ask of the history. */
export function readHistoryInput(event: InputEvent): LexicalCommand<void> | null {
  if (event.inputType === 'historyUndo') return UNDO_COMMAND
  return event.inputType === 'historyRedo' ? REDO_COMMAND : null
}

/** Moves through the one history and leaves the focus where the person is: Lexical takes it to the body. */
export function travel(editor: LexicalEditor, command: LexicalCommand<void>): void {
  const focused = document.activeElement
  editor.dispatchCommand(command, undefined)
  queueMicrotask(() => {
    if (focused instanceof HTMLElement && focused !== document.activeElement)
      focused.focus({ preventScroll: true })
  })
}
