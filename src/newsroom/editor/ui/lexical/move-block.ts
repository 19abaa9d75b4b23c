import { $createListNode, $isListItemNode, $isListNode, type ListNode } from '@lexical/list'
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  HISTORY_PUSH_TAG,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import { $findBlock, $getBlocks } from './blocks.ts'

/** Where a block has gone: its place among the story's blocks, from 1, and how many there are. */
export interface MovedBlock {
  readonly place: number
  readonly count: number
}

/** A place between two blocks: before or after one of them, or one of their lists. */
export interface BlockGap {
  readonly beside: ElementNode
  readonly side: 'before' | 'after'
}

/**
 * Moves the block with the caret past its neighbour, in one step of the history. An item of a list goes past the items of
 * its list, and at the list's edge out of it; any other block goes past a list as a whole. Null where it cannot go on.
 */
export function moveCaretBlock(editor: LexicalEditor, step: 'up' | 'down'): MovedBlock | null {
  return moveBlock(editor, () => {
    const selection = $getSelection()
    const block = $isRangeSelection(selection) ? $findBlock(selection.focus.getNode()) : null
    const gap = block === null ? null : $findNextGap(block, step)
    return block === null || gap === null ? null : { block, gap }
  })
}

/** Moves the block that is found into a gap, in one step of the history. Null where it is there already. */
export function moveBlock(
  editor: LexicalEditor,
  $find: () => { readonly block: ElementNode; readonly gap: BlockGap } | null,
): MovedBlock | null {
  let moved: MovedBlock | null = null
  const $move = () => {
    const found = $find()
    if (found !== null && !$isInGap(found.block, found.gap)) moved = $moveBlock(found.block, found.gap)
  }
  editor.update($move, { discrete: true, tag: HISTORY_PUSH_TAG })
  return moved
}

function $findNextGap(block: ElementNode, step: 'up' | 'down'): BlockGap | null {
  const sibling = step === 'up' ? block.getPreviousSibling() : block.getNextSibling()
  const list = block.getParent()
  const outer = step === 'up' ? list?.getPreviousSibling() : list?.getNextSibling()
  const beside = sibling ?? ($isListNode(list) ? (outer ?? null) : null)
  return $isElementNode(beside) ? { beside, side: step === 'up' ? 'before' : 'after' } : null
}

/** Whether a block stands where a gap is: moved there, nothing would change. */
function $isInGap(block: ElementNode, { beside, side }: BlockGap): boolean {
  if (beside.is(block)) return true
  const neighbour = side === 'before' ? beside.getPreviousSibling() : beside.getNextSibling()
  return neighbour !== null && neighbour.is(block)
}

function $moveBlock(block: ElementNode, { beside, side }: BlockGap): MovedBlock {
  const left = block.getParent()
  const isItem = $isListItemNode(block)
  // Between the items of a list there is no place for anything else: it stands beside the list.
  const target = $isListItemNode(beside) && !isItem ? beside.getParentOrThrow() : beside
  const moved = isItem && !$isListItemNode(target) ? $createListLike(left).append(block) : block
  if (side === 'before') target.insertBefore(moved)
  else target.insertAfter(moved)
  if ($isListNode(left) && left.isEmpty()) left.remove()
  $joinLists()
  const blocks = $getBlocks()
  return { place: blocks.findIndex((each) => each.is(block)) + 1, count: blocks.length }
}

function $createListLike(list: LexicalNode | null): ListNode {
  return $createListNode($isListNode(list) ? list.getListType() : 'bullet')
}

/** Lists of a kind that have come to stand together are one, as the story has them. */
function $joinLists(): void {
  let node = $getRoot().getFirstChild()
  while (node !== null) {
    const next: LexicalNode | null = node.getNextSibling()
    if ($isListNode(node) && $isListNode(next) && next.getListType() === node.getListType()) {
      node.append(...next.getChildren())
      next.remove()
    } else node = next
  }
}
