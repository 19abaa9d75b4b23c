import {
  $getNodeByKey,
  $getState,
  $isElementNode,
  type EditorState,
  type ElementNode,
  type NodeKey,
} from 'lexical'
import { $findBlock, $getNextBlock } from './blocks.ts'
import { $isPhotoNode } from './photo-node.ts'
import { $getLeaves } from './runs.ts'
import { blockIdState } from './states.ts'

/** Where the text of a block stood before this update, by the keys of its text nodes, which move with them. */
export interface Origin {
  readonly id: string
  readonly key: NodeKey
  /** How many characters of the block come from there. A line break counts as one. */
  readonly share: number
}

/** Whether a block was not there before this update, or was empty. */
export function wasEmpty(key: NodeKey, before: EditorState): boolean {
  return before.read(() => {
    const former = $getNodeByKey(key)
    return !$isElementNode(former) || former.isEmpty()
  })
}

/** The other block that most of a block's text comes from; null when none of it does. A photo's id stays with its picture. */
export function $findOrigin(block: ElementNode, before: EditorState): Origin | null {
  const own = block.getKey()
  const [largest] = $findOrigins(block, before)
    .filter(({ key }) => key !== own)
    .sort((a, b) => b.share - a.share)
  return largest === undefined || largest.id === '' ? null : largest
}

/** How many characters of a block stood in the block `origin` before this update. */
export function $measureShare(block: ElementNode, origin: NodeKey, before: EditorState): number {
  return $findOrigins(block, before).find(({ key }) => key === origin)?.share ?? 0
}

/** Whether `first` and `second` are the halves of what `first` was before this update, and `second` is the larger. */
export function $isLargerHalf(second: ElementNode, first: ElementNode, before: EditorState): boolean {
  const [key, head, tail] = [first.getKey(), first.getTextContent(), second.getTextContent()]
  if (tail.length <= head.length || $isPhotoNode(first)) return false
  return before.read(() => $getNodeByKey(key)?.getTextContent() === head + tail)
}

/** The id of the block that stood after this one, when this one now holds the text of both and that was the larger. */
export function $findLargerMerged(block: ElementNode, before: EditorState): string | null {
  const [key, text] = [block.getKey(), block.getTextContent()]
  if ($isPhotoNode(block)) return null
  return before.read(() => {
    const former = $findBlock($getNodeByKey(key))
    const next = former === null ? null : $getNextBlock(former)
    if (former === null || next === null || $isPhotoNode(next)) return null
    const [head, tail] = [former.getTextContent(), next.getTextContent()]
    return tail.length > head.length && text === head + tail ? $getState(next, blockIdState) : null
  })
}

function $findOrigins(block: ElementNode, before: EditorState): readonly Origin[] {
  const leaves = $getLeaves(block).map((leaf) => ({ key: leaf.getKey(), size: leaf.getTextContentSize() }))
  return before.read(() => {
    const origins = new Map<NodeKey, Origin>()
    for (const { key, size } of leaves) {
      const former = $findBlock($getNodeByKey(key))
      if (former === null || $isPhotoNode(former)) continue
      const share = (origins.get(former.getKey())?.share ?? 0) + size
      origins.set(former.getKey(), { id: $getState(former, blockIdState), key: former.getKey(), share })
    }
    return [...origins.values()]
  })
}
