import { $getNodeByKey, $getState, type ElementNode, type NodeKey } from 'lexical'
import { $getBlocks, $isBlock } from './blocks.ts'
import { blockIdState } from './states.ts'

/** Which node holds which block id. Kept by the extension of `block-ids.ts`; nobody walks the document for it. */
export interface BlockIndex {
  /** The block that holds an id now, or null. */
  $getHolder(id: string): ElementNode | null
  /** Whether an id has been held in this editor: a paste of it is a block coming back. */
  isKnown(id: string): boolean
  /** Notes that a block holds its id. */
  $note(block: ElementNode): void
  /** Forgets and reads all blocks again: after undo and redo. */
  $rebuild(): void
}

/** Makes an empty index. */
export function createBlockIndex(): BlockIndex {
  const keys = new Map<string, NodeKey>()
  const known = new Set<string>()
  const $note = (block: ElementNode) => {
    const id = $getState(block, blockIdState)
    keys.set(id, block.getKey())
    known.add(id)
  }
  return {
    $note,
    isKnown: (id) => known.has(id),
    $getHolder(id) {
      const key = keys.get(id)
      const node = key === undefined ? null : $getNodeByKey(key)
      return $isBlock(node) && node.isAttached() && $getState(node, blockIdState) === id ? node : null
    },
    $rebuild() {
      keys.clear()
      for (const block of $getBlocks()) $note(block)
    },
  }
}
