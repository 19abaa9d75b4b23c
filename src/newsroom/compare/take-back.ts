import { isSameJson } from '../../base/same-json.ts'
import { sliceRuns, mergeRuns } from '../formats/index.ts'
import type { Block, Story } from '../story/index.ts'
import type { BlockChange, StoryComparison } from './compare-stories.ts'
import type { FieldChange, StoryField } from './fields.ts'
import type { Edit } from './words.ts'

/** Something that can be taken back: a field or a block, or with `edit` (its place in the list) one stretch of its words. */
export interface TakeBack {
  readonly change: FieldChange | BlockChange
  readonly edit: number | null
}

/** The two states that were compared, and what came of it. */
export interface Compared {
  readonly before: Story
  readonly after: Story
  readonly comparison: StoryComparison
}

/**
 * The story with one change taken back, all else as it is. Null when what was compared is no longer what stands there:
 * nothing that was written since may be lost.
 */
export function takeBack(now: Story, compared: Compared, { change, edit }: TakeBack): Story | null {
  if (change.kind === 'field') return takeFieldBack(now, compared, change, edit)
  if (change.kind === 'removed') return putBack(now, compared, change.before)
  const at = now.blocks.findIndex((block) => block.id === change.after.id)
  if (at < 0 || !isSameJson(now.blocks[at], change.after)) return null
  const others = now.blocks.toSpliced(at, 1)
  if (change.kind === 'added') return { ...now, blocks: others }
  // It keeps the name that it has now: what refers to it still finds it.
  const former = { ...change.before, id: change.after.id }
  if (change.kind === 'moved') return insertBack({ ...now, blocks: others }, compared, change.before, former)
  if (change.kind !== 'changed') return now
  const stretch = edit === null ? undefined : change.edits[edit]
  const block = stretch === undefined ? former : takeWordsBack(change.after, change.before, stretch)
  return { ...now, blocks: now.blocks.with(at, block) }
}

function takeFieldBack(
  now: Story,
  { before, after }: Compared,
  { field, edits, ...printed }: FieldChange,
  edit: number | null,
): Story | null {
  if (!isSameJson(now[field], after[field])) return null
  const stretch = edit === null ? undefined : edits[edit]
  // Only what is printed as it is stored can be taken back in parts.
  if (stretch === undefined || (field !== 'headline' && field !== 'excerpt'))
    return withField(now, field, before)
  const { start, end } = stretch.after
  const words = printed.before.slice(stretch.before.start, stretch.before.end)
  return { ...now, [field]: printed.after.slice(0, start) + words + printed.after.slice(end) }
}

/** A field that a story may do without is taken out again where the former one had none. */
function withField(now: Story, field: StoryField, { [field]: former }: Story): Story {
  const { [field]: _now, ...others } = now
  return { ...others, ...(former === undefined ? {} : { [field]: former }) } as Story
}

function takeWordsBack(block: Block, former: Block, { before, after }: Edit): Block {
  const runs = mergeRuns([
    ...sliceRuns(block.runs, 0, after.start),
    ...sliceRuns(former.runs, before.start, before.end),
    ...sliceRuns(block.runs, after.end),
  ])
  return { ...block, runs }
}

function putBack(now: Story, compared: Compared, block: Block): Story | null {
  if (now.blocks.some(({ id }) => id === block.id)) return null
  return insertBack(now, compared, block, block)
}

/** Puts a block behind the nearest one that stood before it and is still there. */
function insertBack(now: Story, { before, comparison }: Compared, block: Block, inserted: Block): Story {
  const names = new Map(
    comparison.blocks.flatMap((each) =>
      each.kind === 'added' || each.kind === 'removed' ? [] : [[each.before.id, each.after.id] as const],
    ),
  )
  const places = new Map(now.blocks.map(({ id }, place) => [id, place]))
  const stood = before.blocks.slice(
    0,
    before.blocks.findIndex(({ id }) => id === block.id),
  )
  const anchor = stood.findLast(({ id }) => places.has(names.get(id) ?? id))
  const place = anchor === undefined ? 0 : (places.get(names.get(anchor.id) ?? anchor.id) ?? 0) + 1
  return { ...now, blocks: now.blocks.toSpliced(place, 0, inserted) }
}
