import {
  $createParagraphNode,
  $getSelection,
  $getState,
  $isRangeSelection,
  $setState,
  NODE_STATE_DIRECT,
  type BaseSelection,
  type ElementNode,
} from 'lexical'
import { $isAtEdge } from '../lexical/block-edge.ts'
import type { BlockIndex } from '../lexical/block-index.ts'
import { $createBlocks, $findBlock } from '../lexical/blocks.ts'
import { $appendRuns } from '../lexical/runs.ts'
import { blockIdState } from '../lexical/states.ts'
import type { CopiedBlock } from './own-blocks.ts'

/**
 * Inserts pasted blocks at a selection. One paragraph goes into the text around it. A block that was cut from this story
 * comes back under its name; a second copy of it, or a block of another story, gets a new one.
 */
export function $insertBlocks(
  blocks: readonly CopiedBlock[],
  selection: BaseSelection,
  index: BlockIndex,
): void {
  const [first, second] = blocks
  if (first === undefined) return
  if (second === undefined && first.kind === 'paragraph') {
    selection.insertNodes($appendTo(first).getChildren())
  } else {
    const target = $findTarget(selection)
    selection.insertNodes([...$createBlocks(blocks.map((block) => $keepOrDropId(block, index)))])
    if (target !== null) $handOn(target)
  }
}

/** The block that is pasted into. */
function $findTarget(selection: BaseSelection): ElementNode | null {
  return $isRangeSelection(selection) ? $findBlock(selection.anchor.getNode()) : null
}

/** A block whose text was pushed to the end of what was pasted before it gives its id to where the text went. */
function $handOn(target: ElementNode): void {
  const selection = $getSelection()
  if (target.isAttached() || !$isRangeSelection(selection)) return
  const last = $findBlock(selection.anchor.getNode())
  if (last === null || $isAtEdge(selection.anchor, last, false)) return
  $setState(last, blockIdState, $getState(target, blockIdState, NODE_STATE_DIRECT))
}

function $appendTo(block: CopiedBlock) {
  const paragraph = $createParagraphNode()
  $appendRuns(paragraph, block.runs)
  return paragraph
}

function $keepOrDropId(block: CopiedBlock, index: BlockIndex): CopiedBlock {
  const { id, ...unnamed } = block
  const isBack = id !== undefined && index.isKnown(id) && index.$getHolder(id) === null
  return isBack ? block : unnamed
}
