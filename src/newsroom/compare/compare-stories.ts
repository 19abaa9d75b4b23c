import { isSameJson } from '../../base/same-json.ts'
import { getBlockText, type Block, type Story } from '../story/index.ts'
import { countWordChange, type WordChange } from './count-words.ts'
import { compareFields, type FieldChange, type PrintRule } from './fields.ts'
import { pairBlocks, type BlockPair } from './pair-blocks.ts'
import { findRising } from './rising.ts'
import { compareWordsInSteps, finish, type Edit } from './words.ts'

/** What became of a block. `edits` are of its text, and none when only its form, its marks or its picture changed. */
export type BlockChange =
  | { readonly kind: 'same'; readonly before: Block; readonly after: Block }
  | { readonly kind: 'moved'; readonly before: Block; readonly after: Block }
  | {
      readonly kind: 'changed'
      readonly before: Block
      readonly after: Block
      readonly edits: readonly Edit[]
      readonly isMoved: boolean
    }
  | { readonly kind: 'added'; readonly after: Block }
  | { readonly kind: 'removed'; readonly before: Block }

/** What differs between two states of a story. */
export interface StoryComparison extends WordChange {
  /** Those that differ. */
  readonly fields: readonly FieldChange[]
  /** All blocks in the order of the later state; those that are gone stand where they stood. */
  readonly blocks: readonly BlockChange[]
}

/**
 * Compares two states of a story. It is a generator so that whoever has something else to do can do it between two steps:
 * each step is a few milliseconds. The last one returns the comparison.
 */
export function* compareStories(
  before: Story,
  after: Story,
  rule: PrintRule,
): Generator<undefined, StoryComparison> {
  const fields = compareFields(before, after, rule)
  yield
  const pairs = pairBlocks(before.blocks, after.blocks)
  const inPlace = findRising(pairs.map((pair) => pair.before))
  yield
  const changes: BlockChange[] = []
  for (const [i, pair] of pairs.entries()) {
    const [old, now] = [before.blocks[pair.before], after.blocks[pair.after]]
    if (old === undefined || now === undefined) continue
    if (isSameContent(old, now))
      changes.push({ kind: inPlace.has(i) ? 'same' : 'moved', before: old, after: now })
    else {
      const edits = yield* compareWordsInSteps(getBlockText(old), getBlockText(now))
      changes.push({ kind: 'changed', before: old, after: now, edits, isMoved: !inPlace.has(i) })
      yield
    }
  }
  yield
  const blocks = putInOrder(before, after, pairs, changes, inPlace)
  return { fields, blocks, ...countWordChange(before, after) }
}

/** Runs a comparison in one go. */
export function compareAtOnce(before: Story, after: Story, rule: PrintRule): StoryComparison {
  return finish(compareStories(before, after, rule))
}

/** A block that was imported anew has another id and is the same to a reader. */
function isSameContent({ id: _before, ...before }: Block, { id: _after, ...after }: Block): boolean {
  return isSameJson(before, after)
}

/** Each removed block follows the nearest block before it that stayed in its place. */
function putInOrder(
  before: Story,
  after: Story,
  pairs: readonly BlockPair[],
  changes: readonly BlockChange[],
  inPlace: ReadonlySet<number>,
): readonly BlockChange[] {
  const kept = new Map(pairs.map((pair, i) => [pair.before, i]))
  const removed = new Map<number, BlockChange[]>()
  let anchor = -1
  before.blocks.forEach((block, place) => {
    const i = kept.get(place)
    if (i === undefined)
      removed.set(anchor, [...(removed.get(anchor) ?? []), { kind: 'removed', before: block }])
    else if (inPlace.has(i)) anchor = pairs[i]?.after ?? anchor
  })
  const found = new Map(pairs.map((pair, i) => [pair.after, changes[i]]))
  const there = after.blocks.map((block, place) => [
    found.get(place) ?? { kind: 'added' as const, after: block },
    ...(removed.get(place) ?? []),
  ])
  return [...(removed.get(-1) ?? []), ...there.flat()]
}
