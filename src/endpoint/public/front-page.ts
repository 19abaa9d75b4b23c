import type { ListedArticle, Place } from '../store/store.ts'
import {
  type Category,
  formatDayHeading,
  formatMoment,
  type Frame,
  getCategoryPath,
  getLocalDay,
  isShortened,
  type Markup,
  markup,
  PAGE_NAME,
  renderCategories,
  renderCorrected,
  renderItem,
  renderLink,
  renderMeta,
  renderPage,
  renderPicture,
  shortenText,
} from '../../newsroom/public-page/index.ts'

/** How many stories stand beside the first one. */
const BESIDE = 5
/** How wide the first story's picture is, as a page's style has it. */
const LEAD = '(min-width: 60rem) 40rem, 100vw'
/** How much of the first story stands there for each story beside it, in UTF-16 units. */
const OPENING_LENGTH = 140
/** A shorter piece of a paragraph says too little. */
const MIN_LENGTH = 80
/** How many stories one page holds. */
export const PAGE_LENGTH = 36

/** A page of the list, newest first. */
export interface FrontPage {
  readonly listed: readonly ListedArticle[]
  /** The front page itself, not one of what came before. */
  readonly isFirst: boolean
  /** How the newest story begins: the texts of its first paragraphs. */
  readonly opening: readonly string[]
  /** Where the next page goes on, or null. */
  readonly older: Place | null
  /** The one that the page is of, or null for all stories. */
  readonly category: Category | null
  /** All that there are. */
  readonly categories: readonly Category[]
}

/** The front page, and the pages of what came before. */
export function renderFrontPage(page: FrontPage, frame: Frame): string {
  const { listed, isFirst, category, categories } = page
  const list =
    listed.length === 0 ? renderEmpty(isFirst) : markup`${renderList(page, frame)}${renderPaging(page)}`
  return renderPage(
    {
      headline: category?.name ?? (isFirst ? PAGE_NAME : 'Berita sebelumnya'),
      description: `Berita resmi ${frame.office.name}`.trim(),
      path: isFirst ? getPath(page) : null,
      kind: 'front',
      photo: isFirst ? (listed[0]?.card.photo ?? null) : null,
      main: markup`${renderCategories(categories, { label: 'Kategori', shown: category?.slug ?? null })}
${list}`,
    },
    frame,
  )
}

/** Where the list begins. */
function getPath({ category }: FrontPage): string {
  return category === null ? '/' : getCategoryPath(category.slug)
}

/** Where a page of the list goes on, as its address says it: `1763111111111-42`. */
function formatPlace({ position, sequence }: Place): string {
  return `${position}-${sequence}`
}

/** Reads a place from an address; null when it is none. */
export function parsePlace(text: unknown): Place | null {
  const [, position, sequence] = (typeof text === 'string' && /^(\d{1,15})-(\d{1,15})$/.exec(text)) || []
  return position === undefined ? null : { position: Number(position), sequence: Number(sequence) }
}

function renderList({ listed, isFirst, opening, category }: FrontPage, frame: Frame): Markup {
  const [lead, ...others] = listed
  if (category !== null)
    return markup`<h2 class="earlier">Kategori: ${category.name}</h2>
${renderDays(listed, frame)}`
  if (!isFirst || lead === undefined)
    return markup`<h2 class="earlier">Berita sebelumnya</h2>
${renderDays(listed, frame)}`
  return markup`${renderTop(lead, opening, others.slice(0, BESIDE))}
${renderDays(others.slice(BESIDE), frame)}`
}

function renderTop(
  lead: ListedArticle,
  opening: readonly string[],
  beside: readonly ListedArticle[],
): Markup {
  const { card, publishedAt } = lead
  const rest = markup`<section class="rest" aria-label="Berita lain">${beside.map(renderItem)}</section>`
  return markup`<div class="top${beside.length === 0 ? ' alone' : ''}">
<article class="lead">
${card.photo === null ? null : renderPicture(card.photo, { sizes: LEAD, isFirst: true })}
<h2 class="h">${renderLink(lead)}</h2>
${card.summary === '' ? null : markup`<p class="dek">${card.summary}</p>`}
${renderMeta(lead, formatMoment(publishedAt, card.zone))}
${card.photo === null ? renderOpening(lead, opening, beside.length) : null}
</article>
${beside.length === 0 ? null : rest}
</div>`
}

/** Without a picture the first story would leave a hole: it begins here, as far as the column beside it reaches. */
function renderOpening(lead: ListedArticle, opening: readonly string[], beside: number): Markup | null {
  const shown = fillLength(continueAfter(lead.card.summary, opening), Math.max(1, beside) * OPENING_LENGTH)
  if (shown.length === 0) return null
  return markup`<div class="opening">
${shown.map((text) => markup`<p>${text}</p>`)}
<p><a href="/berita/${lead.slug}">Baca selengkapnya</a></p>
</div>`
}

/** What follows a summary that is the beginning of the lede; everything, when it is an excerpt of its own. */
function continueAfter(summary: string, opening: readonly string[]): readonly string[] {
  const [lede = '', ...rest] = opening
  if (lede.startsWith(summary))
    return [lede.slice(summary.length).trim(), ...rest].filter((text) => text !== '')
  return isShortened(summary) && lede.startsWith(summary.slice(0, -2)) ? rest : opening
}

function fillLength(texts: readonly string[], length: number): readonly string[] {
  const shown: string[] = []
  let left = length
  for (const text of texts) {
    if (left < MIN_LENGTH) break
    shown.push(shortenText(text, left))
    left -= text.length
  }
  return shown
}

function renderDays(listed: readonly ListedArticle[], { now, zone }: Frame): Markup | null {
  const days = groupByDay(listed)
  if (days.length === 0) return null
  const today = getLocalDay(now, zone)
  return markup`<div class="days of-${Math.min(days.length, 3)}">
${days.map(({ day, members }) => renderDay(formatDayHeading(day, today), members))}
</div>`
}

function renderDay(heading: string, members: readonly ListedArticle[]): Markup {
  const items = members.map((each) => {
    const corrected = each.card.isCorrected ? markup`<p class="meta">${renderCorrected()}</p>` : null
    return markup`<li><h3 class="h">${renderLink(each)}</h3>${corrected}</li>`
  })
  return markup`<section>
<h2>${heading}</h2>
<ul>
${items}
</ul>
</section>`
}

function groupByDay(
  listed: readonly ListedArticle[],
): readonly { readonly day: string; readonly members: readonly ListedArticle[] }[] {
  const days: { day: string; members: ListedArticle[] }[] = []
  for (const each of listed) {
    const day = getLocalDay(each.publishedAt, each.card.zone)
    const last = days.at(-1)
    if (last?.day === day) last.members.push(each)
    else days.push({ day, members: [each] })
  }
  return days
}

function renderPaging(page: FrontPage): Markup | null {
  const { isFirst, older, category } = page
  if (isFirst && older === null) return null
  const back = isFirst ? null : markup`<a href="${getPath(page)}">Ke ${category?.name ?? PAGE_NAME}</a>`
  const on =
    older === null
      ? null
      : markup`<a href="${getPath(page)}?sebelum=${formatPlace(older)}" rel="next">Berita sebelumnya</a>`
  return markup`
<nav class="paging" aria-label="Halaman">${back}${on}</nav>`
}

function renderEmpty(isFirst: boolean): Markup {
  if (!isFirst)
    return markup`<div class="notice">
<h2>Tidak ada berita sebelum ini</h2>
<p class="paging"><a href="/">Ke ${PAGE_NAME}</a></p>
</div>`
  return markup`<div class="notice">
<h2>Belum ada berita</h2>
<p>Di sini pembaca menemukan berita kantor Anda, yang terbaru paling atas.</p>
<p>Untuk menerbitkan yang pertama: buka Redaksi, setujui sebuah artikel, lalu pilih Terbitkan. Beritanya tampil begitu terkirim.</p>
</div>`
}
