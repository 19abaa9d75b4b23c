import type { RandomBytes } from '../../base/ids.ts'
import {
  createBlockId,
  STORY_SCHEMA,
  type Block,
  type BlockId,
  type CreditLine,
  type Story,
} from '../story/index.ts'
import { findBlanksIn, makeHeadlineSlug } from './blank.ts'
import type { House } from './house.ts'
import { NOTHING_USED, type LastUsed } from './last-used.ts'
import type { Template } from './template.ts'

export interface StoryStart {
  readonly template?: Template | undefined
  readonly headline?: string | undefined
  readonly lastUsed?: LastUsed | undefined
  readonly categories?: readonly string[] | undefined
  /** The edition before this one, in a series. */
  readonly previous?: Story | undefined
  /** Who writes it, as initials of the staff. */
  readonly person?: string | undefined
  readonly random: RandomBytes
}

/**
 * Starts a story in the house form: a template's texts with their blanks, or one empty block; the dateline and the
 * credit line that were used last; in a series, what its edition before carries forward.
 */
export function createStory(house: House, start: StoryStart): Story {
  const { template, previous, lastUsed = NOTHING_USED } = start
  const headline = start.headline ?? template?.headline ?? ''
  const categories = start.categories ?? previous?.categories ?? []
  const place = house.dateline.places[0]
  const usual = place === undefined ? null : { place: place.place, site: place.site }
  return {
    schema: STORY_SCHEMA,
    headline,
    event: null,
    dateline: previous?.dateline ?? lastUsed.dateline ?? usual,
    blocks: createBlocks(start),
    credit: createCredit(house, start, previous?.credit ?? lastUsed.credit),
    slug: makeHeadlineSlug(headline),
    excerpt: '',
    tags: previous?.tags ?? template?.tags ?? [],
    ...(categories.length === 0 ? {} : { categories }),
  }
}

/** The credit line before, with whoever writes now; the first one of a house has its desk. */
function createCredit(
  { staff }: House,
  { person }: StoryStart,
  before: CreditLine | null,
): CreditLine | null {
  if (person === undefined || !staff.some(({ initials }) => initials === person)) return before
  const writers = { initials: [person], parting: 'comma' } as const
  if (before !== null) return { ...before, writers }
  const editors = staff.filter(({ roles, initials }) => roles.includes('editor') && initials !== person)
  const desk = editors.find(({ roles }) => roles.length === 1) ?? editors[0]
  return desk === undefined ? null : { writers, editors: [desk.initials], photo: null, join: 'space' }
}

function createBlocks({ template, previous, random }: StoryStart): readonly Block[] {
  const texts = template?.blocks ?? ['']
  const ids = template?.series === true ? nameBoilerplate(template) : []
  return texts.map((text, i): Block => {
    const id = ids[i] ?? null
    const carried = previous?.blocks.find((block) => block.id === id)
    if (carried !== undefined) return carried
    return { id: id ?? createBlockId(random), kind: 'paragraph', runs: text === '' ? [] : [{ text }] }
  })
}

/**
 * The ids of a series' boilerplate, null for its other blocks. They are the same in every edition, so that each finds
 * the one before it; they are made of the paragraph's own text, so that a paragraph changed in the template starts anew.
 */
function nameBoilerplate({ id, blocks }: Template): readonly (BlockId | null)[] {
  return blocks.map((text, i) => {
    if (text === '' || findBlanksIn(text).length > 0) return null
    const before = blocks.slice(0, i).filter((each) => each === text).length
    return createBlockId(createBytesOf(JSON.stringify([id, text, before])))
  })
}

/** Bytes that are always the same for a text, well mixed (FNV-1a, then the steps of a congruential generator). */
function createBytesOf(text: string): RandomBytes {
  let state = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193)
  const step = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state >>> 24
  }
  return (count) => Uint8Array.from({ length: count }, step)
}
