import type { RandomBytes } from '../../base/ids.ts'
import { matchCategories } from '../house/index.ts'
import {
  createBlockId,
  findEventDate,
  getBlockText,
  isBlockId,
  makeSlug,
  reportOn,
  STORY_SCHEMA,
  type Attachment,
  type Block,
  type BlockId,
  type Run,
  type Story,
  type StoryReport,
} from '../story/index.ts'
import type { FormatReport } from './contract.ts'
import { takeHouseForms } from './house-forms.ts'
import type { HouseForms } from './html-body.ts'
import { findLedeIndex } from './placement.ts'
import type { Piece, ReadBlock } from './read-block.ts'
import { mergeRuns } from './runs.ts'

/** A slug is made of the beginning of a headline: what a file calls one may be a whole book. */
const HEADLINE_REACH = 1000

export interface ReadOptions {
  /** Its patterns are the grammar of the dateline and the credit line. */
  readonly house: HouseForms
  readonly random: RandomBytes
  /** `YYYY-MM-DD`; the event's day is looked for in the lede when it is given and the file does not state it. */
  readonly today?: string | undefined
  /** The year of a date that prints none; the one nearest to `today` otherwise. */
  readonly year?: number | undefined
}

export interface ReadStoryFile {
  readonly story: Story
  readonly reports: readonly (StoryReport | FormatReport)[]
}

/** What a file says of its story. Whatever it does not say is undefined, and made from the rest. */
export interface StoryParts {
  readonly headline: string
  readonly blocks: readonly ReadBlock[]
  /** The file is one of ours: house forms are recognised by class alone, and the blocks' ids are kept. */
  readonly ours: boolean
  readonly slug?: string | undefined
  readonly event?: Story['event'] | undefined
  readonly excerpt?: string | undefined
  readonly tags?: readonly string[] | undefined
  readonly categories?: readonly string[] | undefined
  readonly attachments?: readonly Attachment[] | undefined
}

/** Makes a story of what was read, and says what it lacks. */
export function assembleStory(
  parts: StoryParts,
  options: ReadOptions,
  losses: Iterable<FormatReport> = [],
): ReadStoryFile {
  const { dateline, credit, blocks } = takeHouseForms(parts.blocks, options.house, !parts.ours)
  const taken = new Set<string>()
  const made = blocks.map((block) => createBlock(block, chooseId(block, parts.ours, taken, options.random)))
  const story: Story = {
    schema: STORY_SCHEMA,
    headline: parts.headline,
    event: parts.event === undefined ? findEvent(made, options) : parts.event,
    dateline,
    blocks: made,
    credit,
    slug: parts.slug ?? makeSlug(parts.headline.slice(0, HEADLINE_REACH)),
    excerpt: parts.excerpt ?? '',
    tags: parts.tags ?? [],
    ...nameCategories(parts.categories ?? [], options.house),
    ...keepAttachments(parts.attachments ?? []),
  }
  return { story, reports: [...reportOn(story), ...losses] }
}

/** A house that is known gives its categories their names; what a file says else stays. */
function nameCategories(names: readonly string[], house: HouseForms): Pick<Story, 'categories'> {
  const categories = matchCategories(house.categories ?? [], names)
  return categories.length === 0 ? {} : { categories }
}

/** Each file once, under what it is first called. The library may not have it: then its story does not leave. */
function keepAttachments(all: readonly Attachment[]): Pick<Story, 'attachments'> {
  const attachments = all.filter(({ file }, i) => all.findIndex((each) => each.file === file) === i)
  return attachments.length === 0 ? {} : { attachments }
}

function findEvent(blocks: readonly Block[], options: ReadOptions): Story['event'] {
  const lede = blocks[findLedeIndex(blocks)]
  if (lede === undefined || options.today === undefined) return null
  return findEventDate(getBlockText(lede), { today: options.today, year: options.year })
}

/** The id that a file of ours gives, unless it is malformed or stands twice: then a new one. */
function chooseId(block: ReadBlock, ours: boolean, taken: Set<string>, random: RandomBytes): BlockId {
  const stated = ours && block.id !== null && isBlockId(block.id) && !taken.has(block.id) ? block.id : null
  const id = stated ?? createBlockId(random)
  taken.add(id)
  return id
}

function createBlock(block: ReadBlock, id: BlockId): Block {
  const runs = mergeRuns(block.pieces.map(toRun))
  if (block.photo !== null) return { id, kind: 'photo', ...block.photo, runs }
  if (block.kind === 'list') return { id, kind: 'list', ordered: block.ordered, runs }
  return { id, kind: block.kind === 'photo' ? 'paragraph' : block.kind, runs }
}

function toRun({ form: _, ...run }: Piece): Run {
  return run
}
