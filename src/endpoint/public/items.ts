import type { ListedArticle } from '../store/store.ts'
import { type ArticleCard } from './card.ts'
import { formatDay, formatLocalIso } from './local-time.ts'
import type { Zone } from '../../newsroom/formats/index.ts'
import { markup, type Markup } from './markup.ts'

/** A story in a column: what and when. */
export function renderItem(listed: ListedArticle): Markup {
  const { card, publishedAt } = listed
  return markup`<article class="item">
<h3 class="h">${renderLink(listed)}</h3>
${renderMeta(listed, formatDay(publishedAt, card.zone))}
</article>`
}

/** A story's headline, that leads to it. */
export function renderLink({ slug, card }: ListedArticle): Markup {
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
export function renderMeta({ card, publishedAt }: ListedArticle, words: string): Markup {
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
