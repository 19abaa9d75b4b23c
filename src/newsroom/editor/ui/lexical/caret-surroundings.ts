import { defineExtension } from 'lexical'

/** How many blocks on either side a key may move the caret over, at the most. */
const REACH: Readonly<Record<string, number>> = {
  ArrowUp: 3,
  ArrowDown: 3,
  PageUp: 60,
  PageDown: 60,
  Home: 60,
  End: 60,
}

/**
 * Lays out the blocks that the caret is about to move through. Those out of sight are not laid out (editor.css), and
 * when the view has just jumped the browser does not know yet which ones are in sight: the caret would leap over them
 * all, to the next that it knows.
 */
export const CaretSurroundingsExtension = defineExtension({
  name: 'redaksi/caret-surroundings',
  register: (editor) =>
    editor.registerRootListener((root, before) => {
      before?.removeEventListener('keydown', layOutSurroundings, { capture: true })
      root?.addEventListener('keydown', layOutSurroundings, { capture: true })
    }),
})

function layOutSurroundings({ key, ctrlKey, currentTarget }: KeyboardEvent): void {
  const reach = REACH[key]
  if (reach === undefined || !(currentTarget instanceof HTMLElement)) return
  const blocks = currentTarget.children
  if ((key === 'Home' || key === 'End') && !ctrlKey) return
  const at = key === 'Home' ? 0 : key === 'End' ? blocks.length : findCaretBlock(currentTarget)
  const near = [...blocks].slice(Math.max(0, at - reach), at + reach + 1)
  for (const block of near) block.classList.add('is-laid-out')
  // With the second frame the browser has seen where the view went.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => near.forEach((block) => block.classList.remove('is-laid-out'))),
  )
}

/** The index of the block with the caret; 0 when it is nowhere. */
function findCaretBlock(root: HTMLElement): number {
  let node: Node | null = getSelection()?.focusNode ?? null
  while (node !== null && node.parentNode !== root) node = node.parentNode
  return node instanceof Element ? [...root.children].indexOf(node) : 0
}
