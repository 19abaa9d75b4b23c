import type { PublishedStory, PublicationRecord } from '../drafts/index.ts'
import { getOfficeDay } from '../formats/index.ts'
import type { House } from '../house/index.ts'
import { listParts, type Period } from './period.ts'

/**
 * What an office reports of its month or year: the stories that readers first got then, and how many by whom, of what
 * kind, from where and at which target. A story that was withdrawn from everywhere is listed, and counted apart: what
 * readers cannot read is no result.
 */
export interface Recap {
  readonly period: Period
  readonly stories: readonly RecapStory[]
  readonly totals: RecapTotals
}

/** A story as the office reports it. People stand by their names, by their initials where the staff list has none. */
export interface RecapStory {
  readonly id: string
  readonly headline: string
  /** The day on which the first target had it, by the office's clock, as `YYYY-MM-DD`. */
  readonly day: string
  /** The same as an instant. */
  readonly publishedAt: string
  readonly writers: readonly string[]
  readonly editors: readonly string[]
  readonly photographers: readonly string[]
  readonly place: string | null
  /** The template's name, its id where the house has it no more; null when there was none. */
  readonly template: string | null
  readonly categories: readonly string[]
  readonly status: PublishedStory['status']
  readonly targets: readonly PublicationRecord[]
}

/** How many stories, by name; the most first. A story of two writers counts for both. */
export interface RecapCount {
  /** Null for those that have none. */
  readonly name: string | null
  readonly count: number
}

export const RECAP_GROUPS = [
  'writers',
  'editors',
  'photographers',
  'templates',
  'categories',
  'places',
  'targets',
] as const
export type RecapGroup = (typeof RECAP_GROUPS)[number]

export interface RecapTotals extends Readonly<Record<RecapGroup, readonly RecapCount[]>> {
  /** Those that readers can read. */
  readonly stories: number
  readonly withdrawn: number
  /** Every day of a month, `YYYY-MM-DD`, or every month of a year, `YYYY-MM`. */
  readonly parts: readonly { readonly part: string; readonly count: number }[]
}

/** Makes the recap of a period from the stories that first went out in it. */
export function createRecap(period: Period, published: readonly PublishedStory[], house: House): Recap {
  const stories = published.map((story) => toRecapStory(story, house))
  const counted = stories.filter(({ status }) => status !== 'withdrawn')
  const by = (list: (story: RecapStory) => readonly string[]) => countBy(counted, list)
  return {
    period,
    stories,
    totals: {
      stories: counted.length,
      withdrawn: stories.length - counted.length,
      writers: by(({ writers }) => writers),
      editors: by(({ editors }) => editors),
      photographers: by(({ photographers }) => photographers),
      templates: by(({ template }) => (template === null ? [] : [template])),
      categories: by(({ categories }) => categories),
      places: by(({ place }) => (place === null ? [] : [place])),
      targets: by(({ targets }) =>
        targets.filter(({ kind }) => kind !== 'withdraw').map(({ target }) => target),
      ),
      parts: countParts(period, counted),
    },
  }
}

/** Where a story can be read, in the order of its targets. */
export function listAddresses({ targets }: Pick<RecapStory, 'targets'>): readonly string[] {
  return targets.flatMap(({ kind, address }) => (kind === 'withdraw' || address === null ? [] : [address]))
}

function toRecapStory(story: PublishedStory, house: House): RecapStory {
  const { id, headline, publishedAt, place, categories, status, targets } = story
  const name = (initials: readonly string[]) =>
    initials.map((each) => house.staff.find((member) => member.initials === each)?.name ?? each)
  const template = house.templates.find((each) => each.id === story.template)?.name ?? story.template
  return {
    ...{ id, headline, publishedAt, place, categories, status, targets, template },
    day: getOfficeDay(publishedAt, house.organisation.zone),
    writers: name(story.writers),
    editors: name(story.editors),
    photographers: name(story.photographers),
  }
}

function countBy(
  stories: readonly RecapStory[],
  list: (story: RecapStory) => readonly string[],
): readonly RecapCount[] {
  const counts = new Map<string | null, number>()
  for (const story of stories) {
    const names: readonly (string | null)[] = [...new Set(list(story))]
    for (const name of names.length === 0 ? [null] : names) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .toSorted(
      (a, b) =>
        Number(a.name === null) - Number(b.name === null) ||
        b.count - a.count ||
        (a.name ?? '').localeCompare(b.name ?? '', 'id'),
    )
}

function countParts(period: Period, stories: readonly RecapStory[]): RecapTotals['parts'] {
  const parts = listParts(period)
  const length = parts[0]?.length ?? 0
  const counts = new Map<string, number>()
  for (const { day } of stories) counts.set(day.slice(0, length), (counts.get(day.slice(0, length)) ?? 0) + 1)
  return parts.map((part) => ({ part, count: counts.get(part) ?? 0 }))
}
