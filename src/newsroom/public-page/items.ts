import type { ArticleCard } from './card.ts'
import { formatDay, formatLocalIso } from './local-time.ts'
import type { Zone } from '../formats/index.ts'
import { markup, type Markup } from './markup.ts'

/** A story as lists show it. */
export interface ListedStory {
  /** The last part of its public address. */
  readonly slug: string
  /** When readers could first read it: milliseconds since 1970 UTC. */
  readonly publishedAt: number
  readonly card: ArticleCard
}

/** A story in a column: what and when. */
export function renderItem(listed: ListedStory): Markup {
  const { card, publishedAt } = listed
  return markup`<article class="item">
<h3 class="h">${renderLink(listed)}</h3>
${renderMeta(listed, formatDay(publishedAt, card.zone))}
</article>`
}

/** A story's headline, that leads to it. */
export function renderLink({ slug, card }: ListedStory): Markup {
  return markup`<a href="/berita/${slug}">${renderHeadline(card)}</a>`
}

/** Longer names would not fit a phone's line. */
const UNBROKEN = 24

/** A headline in which the office's short name stands on one line. */
export function renderHeadline({
  headline,
  office: { short },
}: Pick<ArticleCard, 'headline' | 'office'>): Markup {
  if (short === '' || short.length > UNBROKEN) return markup`${headline}`
  const [first = '', ...rest] = headline.split(short)
  return markup`${first}${rest.map((part) => markup`<span class="nb">${short}</span>${part}`)}`
}

/** When a story appeared, in the given words, and whether it was corrected. */
export function renderMeta({ card, publishedAt }: ListedStory, words: string): Markup {
  const corrected = card.isCorrected ? renderCorrected() : null
  return markup`<p class="meta">${renderTime(publishedAt, card.zone, words)} ${corrected}</p>`
}

/** The mark of a corrected story. */
export function renderCorrected(): Markup {
  return markup`<span class="note">Dikoreksi</span>`
}

/** An instant, in words for people and in a form for programs. */
export function renderTime(instant: number, zone: Zone, words: string): Markup {
  return markup`<time datetime="${formatLocalIso(instant, zone)}">${words}</time>`
}
