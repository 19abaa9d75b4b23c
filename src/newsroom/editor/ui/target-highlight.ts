/** Keeps the selected text visible while a form has the focus. Returns what takes it away again. */
export function showTarget(): () => void {
  const selection = document.getSelection()
  if (selection === null || selection.rangeCount === 0 || !('highlights' in CSS)) return () => undefined
  CSS.highlights.set(NAME, new Highlight(selection.getRangeAt(0).cloneRange()))
  return () => void CSS.highlights.delete(NAME)
}

const NAME = 'editor-target'
