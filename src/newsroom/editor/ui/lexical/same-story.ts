import type { Block, Story } from '../../../story/index.ts'

/** Whether two stories say the same in all that the editor holds. Blocks that are the same object cost nothing. */
export function isSameStory(a: Story, b: Story): boolean {
  return (
    a === b ||
    (a.headline === b.headline &&
      isSameValue(a.dateline, b.dateline) &&
      isSameValue(a.credit, b.credit) &&
      (a.blocks === b.blocks ||
        (a.blocks.length === b.blocks.length &&
          a.blocks.every((block, i) => isSameBlock(block, b.blocks[i])))))
  )
}

/** Whether two blocks have the same id, kind, text and marks. */
export function isSameBlock(a: Block, b: Block | undefined): boolean {
  if (a === b) return true
  if (b === undefined || a.id !== b.id || a.kind !== b.kind || a.runs.length !== b.runs.length) return false
  return isSameValue(a, b)
}

/** Plain data of a fixed shape: written the same way, it is the same. Keys may stand in another order. */
function isSameValue(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))]
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && isSameValue(value, right.get(key)))
  )
}
