import { isSameJson } from '../../../../base/same-json.ts'
import type { Block, Story } from '../../../story/index.ts'

/** Whether two stories say the same in all that the editor holds. Blocks that are the same object cost nothing. */
export function isSameStory(a: Story, b: Story): boolean {
  return (
    a === b ||
    (a.headline === b.headline &&
      a.slug === b.slug &&
      a.excerpt === b.excerpt &&
      isSameJson(a.event, b.event) &&
      isSameJson(a.tags, b.tags) &&
      isSameJson(a.categories, b.categories) &&
      isSameJson(a.attachments, b.attachments) &&
      isSameJson(a.dateline, b.dateline) &&
      isSameJson(a.credit, b.credit) &&
      (a.blocks === b.blocks ||
        (a.blocks.length === b.blocks.length &&
          a.blocks.every((block, i) => isSameBlock(block, b.blocks[i])))))
  )
}

/** Whether two blocks have the same id, kind, text and marks. */
export function isSameBlock(a: Block, b: Block | undefined): boolean {
  if (a === b) return true
  if (b === undefined || a.id !== b.id || a.kind !== b.kind || a.runs.length !== b.runs.length) return false
  return isSameJson(a, b)
}
