import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'
import { $findBlock } from './blocks.ts'

const MARK = 'is-caret'

/** Marks the element of the block that the caret is in, for as long as it is called for, and says whether that is the lede. */
export function markCaretBlock(editor: LexicalEditor): () => void {
  let marked: HTMLElement | null = null
  const mark = (element: HTMLElement | null) => {
    if (element === marked && (element === null || element.classList.contains(MARK))) return
    marked?.classList.remove(MARK)
    element?.classList.add(MARK)
    marked = element
    const lede = editor.getRootElement()?.querySelector(':scope > :nth-child(1 of :not(figure))') ?? null
    const isLede = element !== null && lede !== null && lede.contains(element)
    lede?.closest('.editor-story')?.toggleAttribute('data-at-lede', isLede)
  }
  const follow = () => mark(findCaretElement(editor))
  follow()
  const unfollow = editor.registerUpdateListener(follow)
  return () => {
    unfollow()
    mark(null)
  }
}

function findCaretElement(editor: LexicalEditor): HTMLElement | null {
  const key = editor.getEditorState().read(() => {
    const selection = $getSelection()
    const block = $isRangeSelection(selection) ? $findBlock(selection.focus.getNode()) : null
    return block?.getKey() ?? null
  })
  return key === null ? null : editor.getElementByKey(key)
}
