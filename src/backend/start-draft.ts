import { toIso } from '../base/clock.ts'
import { isRedaksiError, RedaksiError } from '../base/errors.ts'
import type { Draft } from '../newsroom/drafts/index.ts'
import { getOfficeDay } from '../newsroom/formats/index.ts'
import {
  createStory,
  fillStory,
  findBlanks,
  findRule,
  getLastValues,
  getTemplate,
  makeHeadlineSlug,
  readValue,
  requireCategories,
  type HouseErrorCode,
  type LastUsed,
  type Template,
  type Use,
} from '../newsroom/house/index.ts'
import type { Story } from '../newsroom/story/index.ts'
import { findFreeSlug } from './free-slug.ts'
import type { Newsroom } from './newsroom.ts'

/** What a draft is started with. `fill` are values for blanks of the template, by their labels. */
export interface DraftStart {
  readonly template?: string | undefined
  readonly headline?: string | undefined
  readonly categories?: readonly string[] | undefined
  readonly fill?: readonly { readonly label: string; readonly value: string }[]
}

/**
 * Starts a draft, empty or from a template of the house, with what was used last; an edition of a series goes on where
 * the one before it left off. Fails with `house.template-unknown`, `house.blank-unknown` or `house.category-unknown`, and as a draft is written.
 */
export async function createDraft(newsroom: Newsroom, start: DraftStart): Promise<Draft> {
  const { library, house, surroundings } = newsroom
  const template = start.template === undefined ? undefined : getTemplate(house, start.template)
  const lastUsed = await library.readLastUsed()
  const previous = template?.series === true ? await readEdition(newsroom, lastUsed, template) : undefined
  const { headline, fill = [] } = start
  const { random } = surroundings
  const asked = start.categories ?? []
  const categories = asked.length === 0 ? undefined : requireCategories(house, asked)
  const person = newsroom.machine.person ?? undefined
  const started = createStory(house, { template, headline, lastUsed, previous, categories, person, random })
  const story = fillAll(newsroom, template, started, fill, lastUsed)
  const slug = await findFreeSlug(library.drafts, makeHeadlineSlug(story.headline))
  const draft = await library.drafts.create(
    { ...story, slug },
    template === undefined ? {} : { template: template.id },
  )
  const edition = template?.series === true ? { edition: { template: template.id, draft: draft.id } } : {}
  if (fill.length > 0 || template?.series === true) await noteQuietly(newsroom, { values: fill, ...edition })
  return draft
}

/** Notes a use. What it belongs to is done: that this much is not remembered is said, and undoes nothing. */
export async function noteQuietly({ library, surroundings }: Newsroom, use: Use): Promise<void> {
  try {
    await library.noteUse(use)
  } catch (error) {
    if (!isRedaksiError(error)) throw error
    surroundings.onWarning(error)
  }
}

/** The edition before, or undefined when there is none, or none that may be gone on from. */
async function readEdition(
  { library }: Newsroom,
  { editions }: LastUsed,
  { id }: Template,
): Promise<Story | undefined> {
  const edition = editions.find(({ template }) => template === id)
  if (edition === undefined) return undefined
  try {
    const draft = await library.drafts.read(edition.draft)
    return draft.trashedAt === null ? draft.story : undefined
  } catch (error) {
    // Gone or damaged: whoever opens it is told. A new edition can begin with the template's own words.
    if (isRedaksiError(error)) return undefined
    throw error
  }
}

function fillAll(
  { house, surroundings }: Newsroom,
  template: Template | undefined,
  started: Story,
  fill: NonNullable<DraftStart['fill']>,
  lastUsed: LastUsed,
): Story {
  const { zone } = house.organisation
  const facts = {
    staff: house.staff,
    places: house.dateline.places,
    today: getOfficeDay(toIso(surroundings.clock.now()), zone),
  }
  return fill.reduce((story, { label, value }) => {
    const known = findBlanks(story)
    if (!known.includes(label)) {
      const words = [...new Set(known)].join(', ')
      throw new RedaksiError<HouseErrorCode>('house.blank-unknown', { label, known: words })
    }
    const rule = findRule(house.templates, template?.id, label)
    return fillStory(story, label, readValue(rule, value, { ...facts, last: getLastValues(lastUsed, label) }))
  }, started)
}
