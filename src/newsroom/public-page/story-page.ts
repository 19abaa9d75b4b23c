import type { NinjsArticle, Zone } from '../formats/index.ts'
import { renderAttachments, type ArticleAttachment } from './attachments.ts'
import { getDescriptions, type ArticleCard } from './card.ts'
import { listArticleCategories, renderCategories } from './categories.ts'
import type { CleanBody } from './clean-body.ts'
import { renderHeadline, renderItem, renderTime, type ListedStory } from './items.ts'
import { renderPage, type Frame } from './layout.ts'
import { formatMoment } from './local-time.ts'
import { markup, type Markup } from './markup.ts'

/** A story as it stands for readers. Instants are milliseconds since 1970 UTC. */
interface PublicStory {
  readonly article: NinjsArticle
  /** The last part of its public address. */
  readonly slug: string
  readonly publishedAt: number
  /** When its text last changed. */
  readonly updatedAt: number
}

/** What readers see of an article: its body, rebuilt from the allow-list, and what lists show. */
export interface ShownArticle {
  readonly body: CleanBody
  /** The files to be had with it; without any, there are none. */
  readonly attachments?: readonly ArticleAttachment[]
  readonly card: ArticleCard
}

/** A story's own page: the whole text as it was printed, what was corrected, where it stays, and some others. */
export function renderStoryPage(
  { held, body, card, attachments = [] }: ShownArticle & { readonly held: PublicStory },
  others: readonly ListedStory[],
  frame: Frame,
): string {
  const { headline, summary, zone, isCorrected } = card
  const main = markup`<article class="story">
<h1>${renderHeadline(card)}</h1>
<p class="meta when">${renderTime(held.publishedAt, zone, formatMoment(held.publishedAt, zone))} ${isCorrected ? markup`<a class="note" href="#koreksi">Dikoreksi</a>` : null}</p>
<div class="text${body.isExact ? ' exact' : ''}">
${body.html}
</div>
${renderAttachments(attachments)}
${renderCorrections(held, zone)}
${renderCategories(listArticleCategories(held.article), { label: 'Kategori' })}
${renderAddress(`${frame.origin}/berita/${held.slug}`)}
</article>
${renderOthers(others)}`
  return renderPage(
    { headline, description: summary, path: `/berita/${held.slug}`, kind: 'inner', photo: card.photo, main },
    frame,
  )
}

function renderCorrections({ article, updatedAt }: PublicStory, zone: Zone): Markup | null {
  const notes = getDescriptions(article, 'correction')
  if (notes.length === 0) return null
  return markup`<aside class="fix" aria-labelledby="koreksi">
<h2 id="koreksi">Koreksi</h2>
${notes.map((note) => markup`<p>${note}</p>`)}
<p>Diperbaiki ${renderTime(updatedAt, zone, formatMoment(updatedAt, zone))}</p>
</aside>`
}

function renderAddress(address: string): Markup {
  return markup`<p class="addr">Alamat tetap: <a href="${address}">${address.replace(/^https?:\/\//, '')}</a></p>`
}

function renderOthers(others: readonly ListedStory[]): Markup | null {
  if (others.length === 0) return null
  return markup`<section class="more" aria-labelledby="lain">
<h2 id="lain">Berita lain</h2>
${others.map(renderItem)}
</section>`
}
