import {
  $getNodeByKey,
  $getState,
  $isElementNode,
  NODE_STATE_DIRECT,
  type EditorState,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
} from 'lexical'
import { $isBlock } from './blocks.ts'
import { $isPhotoNode } from './photo-node.ts'
import { $getLeaves } from './runs.ts'
import { blockIdState } from './states.ts'

/** Where the text of a block stood before this update, by the keys of its text nodes, which move with them. */
export interface Origin {
  readonly id: string
  readonly key: NodeKey
  /** How many characters of the block come from there. */
  readonly share: number
}

/** Whether a block was not there before this update, or was empty. */
export function wasEmpty(key: NodeKey, before: EditorState): boolean {
  const former = $getNodeByKey(key, before)
  return !$isElementNode(former) || former.__first === null
}

/** The other block that most of a block's text comes from; null when none of it does. A photo's id stays with its picture. */
export function $findOrigin(block: ElementNode, before: EditorState): Origin | null {
  const shares = new Map<ElementNode, number>()
  for (const leaf of $getLeaves(block)) {
    const former = findFormerBlock(leaf.getKey(), before)
    if (former === null || $isPhotoNode(former) || former.__key === block.getKey()) continue
    shares.set(former, (shares.get(former) ?? 0) + measure(leaf))
  }
  const [largest] = [...shares].sort(([, a], [, b]) => b - a)
  if (largest === undefined) return null
  const [former, share] = largest
  const id = $getState(former, blockIdState, NODE_STATE_DIRECT)
  return id === '' ? null : { id, key: former.__key, share }
}

/** How many characters of a block stood in the block `origin` before this update. */
export function $measureShare(block: ElementNode, origin: NodeKey, before: EditorState): number {
  let share = 0
  for (const leaf of $getLeaves(block)) {
    if (findFormerBlock(leaf.getKey(), before)?.__key === origin) share += measure(leaf)
  }
  return share
}

/** Whether `first` and `second` are the halves of what `first` was before this update, and `second` is the larger. */
export function $isLargerHalf(second: ElementNode, first: ElementNode, before: EditorState): boolean {
  const former = $getNodeByKey(first.getKey(), before)
  if (!$isElementNode(former) || $isPhotoNode(former)) return false
  const [head, tail] = [first.getTextContent(), second.getTextContent()]
  return tail.length > head.length && before.read(() => former.getTextContent()) === head + tail
}

/** A line break counts as a character; so a block of breaks alone has a share too. */
function measure(leaf: LexicalNode): number {
  return leaf.getTextContentSize()
}

function findFormerBlock(leaf: NodeKey, before: EditorState): ElementNode | null {
  let node = $getNodeByKey(leaf, before)
  while (node !== null && !$isBlock(node)) {
    node = node.__parent === null ? null : $getNodeByKey(node.__parent, before)
  }
  return node
}
