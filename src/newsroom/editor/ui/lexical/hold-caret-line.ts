import { mergeRegister, type LexicalEditor } from 'lexical'

/** Where the line stands, as a part of the height that the text has. */
const HEIGHT = 0.4

/**
 * Scrolls the text so that the line with the caret stays at one height, from key to key. A pointer goes where it points:
 * what it has set is left where it is until the next key.
 */
export function holdCaretLine(editor: LexicalEditor): () => void {
  let isPointed = false
  let frame = 0
  const hold = () => {
    frame = 0
    const root = editor.getRootElement()
    const box = root?.closest('.editor-scroll') ?? null
    if (root === null || box === null || isPointed) return
    const top = readCaretTop(root)
    const { top: start, height } = box.getBoundingClientRect()
    if (top !== null) box.scrollTop += Math.round(top - start - height * HEIGHT)
  }
  const holdSoon = () => {
    if (frame === 0) frame = requestAnimationFrame(hold)
  }
  const notePointer = () => void (isPointed = true)
  const noteKey = () => void (isPointed = false)
  holdSoon()
  window.addEventListener('resize', holdSoon)
  return mergeRegister(
    editor.registerUpdateListener(holdSoon),
    editor.registerRootListener((root, before) => {
      before?.removeEventListener('pointerdown', notePointer)
      before?.removeEventListener('keydown', noteKey, { capture: true })
      root?.addEventListener('pointerdown', notePointer)
      root?.addEventListener('keydown', noteKey, { capture: true })
    }),
    () => {
      window.removeEventListener('resize', holdSoon)
      cancelAnimationFrame(frame)
    },
  )
}

/** The upper edge of the caret's line in the window, in pixels; null while the caret is elsewhere. */
function readCaretTop(root: HTMLElement): number | null {
  const selection = getSelection()
  const node = selection?.focusNode ?? null
  if (selection === null || node === null || !root.contains(node)) return null
  const range = document.createRange()
  range.setStart(node, selection.focusOffset)
  const [rect] = range.getClientRects()
  if (rect !== undefined) return rect.top
  // An empty block has no place for a caret to be measured at.
  const element = node instanceof Element ? (node.childNodes[selection.focusOffset] ?? node) : node
  const block = element instanceof Element ? element : element.parentElement
  return block?.getBoundingClientRect().top ?? null
}
