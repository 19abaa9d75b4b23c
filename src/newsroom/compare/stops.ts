import type { BlockChange, StoryComparison } from './compare-stories.ts'
import type { FieldChange, StoryField } from './fields.ts'
import type { TakeBack } from './take-back.ts'

/** What is shown of a comparison, one after the other: a field or a block that differs, or blocks in a row that do not. */
export type ComparisonItem =
  | { readonly kind: 'change'; readonly change: FieldChange | BlockChange; readonly stops: readonly Stop[] }
  | { readonly kind: 'same'; readonly blocks: readonly Extract<BlockChange, { kind: 'same' }>[] }

/** A place to stop at on the way through what differs; `place` counts them from 0. */
export interface Stop extends TakeBack {
  readonly place: number
}

/** What stands above the blocks; the other fields follow them. */
const ABOVE: readonly StoryField[] = ['headline', 'dateline']

/** Puts a comparison in the order in which it is read, with every stop on the way. */
export function listItems({ fields, blocks }: StoryComparison): readonly ComparisonItem[] {
  const items: ComparisonItem[] = []
  let place = 0
  const add = (change: FieldChange | BlockChange) => {
    const edits = 'edits' in change ? change.edits : []
    const parts = edits.length === 0 ? [null] : [...edits.keys()]
    items.push({ kind: 'change', change, stops: parts.map((edit) => ({ change, edit, place: place++ })) })
  }
  const addSame = (block: Extract<BlockChange, { kind: 'same' }>) => {
    const last = items.at(-1)
    if (last?.kind === 'same') items[items.length - 1] = { kind: 'same', blocks: [...last.blocks, block] }
    else items.push({ kind: 'same', blocks: [block] })
  }
  fields.filter(({ field }) => ABOVE.includes(field)).forEach(add)
  for (const block of blocks) {
    if (block.kind === 'same') addSame(block)
    else add(block)
  }
  fields.filter(({ field }) => !ABOVE.includes(field)).forEach(add)
  return items
}

/** All stops of what is shown, in its order. */
export function listStops(items: readonly ComparisonItem[]): readonly Stop[] {
  return items.flatMap((item) => (item.kind === 'change' ? item.stops : []))
}
