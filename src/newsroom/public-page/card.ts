import { z } from 'zod'
import type { NinjsArticle } from '../formats/index.ts'
import type { CleanBody } from './clean-body.ts'
import { getZone } from './local-time.ts'
import type { ArticlePhoto } from './picture.ts'

const officeSchema = z.strictObject({
  /** The office's name in full, or empty. */
  name: z.string(),
  /** Its short name, as headlines use it, or empty. */
  short: z.string(),
  /** Its site's address, without a scheme, or empty. */
  site: z.string(),
  /** The town it writes from, or empty. */
  place: z.string(),
})

/** Who publishes, as the page's head says it. */
export type Office = Readonly<z.infer<typeof officeSchema>>

const cardSchema = z.strictObject({
  headline: z.string(),
  /** The excerpt, else the lede cut at a word. */
  summary: z.string(),
  zone: z.enum(['WIB', 'WITA', 'WIT']),
  isCorrected: z.boolean(),
  office: officeSchema,
  /** Its lead photo; what was put before there were photos has none. */
  photo: z
    .strictObject({
      sha256: z.string(),
      width: z.int(),
      height: z.int(),
      widths: z.array(z.int()).min(1),
      alt: z.string(),
      credit: z.string(),
      isMadeByMachine: z.boolean(),
    })
    .nullable()
    .default(null),
})

/** What a list shows of a story: kept beside it, so that a front page reads no article. */
export type ArticleCard = Readonly<z.infer<typeof cardSchema>>

/** Reads a stored card. Throws zod's error when it is not one. */
export function parseArticleCard(value: unknown): ArticleCard {
  return cardSchema.parse(value)
}

/** What lists show of an article, given its body as readers see it, and its photos. */
export function createArticleCard(
  article: NinjsArticle,
  body: CleanBody,
  photos: readonly ArticlePhoto[],
): ArticleCard {
  const excerpt = getDescriptions(article, 'summary')[0] ?? ''
  const [photo] = photos
  return {
    headline: getHeadline(article),
    summary: excerpt === '' ? chooseSummary(body.opening[0] ?? '') : excerpt,
    zone: getZone(article),
    isCorrected: getDescriptions(article, 'correction').length > 0,
    office: getOffice(article),
    photo: photo === undefined ? null : { ...photo, widths: [...photo.widths] },
  }
}

/** The first headline: the format's others are for other places. */
export function getHeadline(article: NinjsArticle): string {
  return article.headlines[0]?.value ?? ''
}

/** The descriptions of a role, in order, empty ones left out. */
export function getDescriptions(article: NinjsArticle, role: 'summary' | 'correction'): readonly string[] {
  return (article.descriptions ?? [])
    .filter((each) => each.role === role && each.value.trim() !== '')
    .map((each) => each.value)
}

/** Who an article says it comes from. */
export function getOffice(article: NinjsArticle): Office {
  const source = article.infoSources?.[0]
  return {
    name: article.copyrightHolder ?? source?.name ?? '',
    short: source?.name ?? '',
    site: source?.literal ?? '',
    place: article.located ?? '',
  }
}

/** About three lines under the front page's first headline, in UTF-16 units. */
const SUMMARY_LENGTH = 260
/** A sentence's end: not that of an abbreviation or an initial, which have a capital or few letters before the stop. */
const SENTENCE_END = /(?:\p{Ll}{3}|[)\d])[.?!][”’"]?(?= [\p{Lu}“"])/gu

/** The whole sentences at the beginning of a lede that fit a summary; cut at a word when not even the first one does. */
function chooseSummary(lede: string): string {
  if (lede.length <= SUMMARY_LENGTH) return lede
  const ends = [...lede.matchAll(SENTENCE_END)].map((match) => match.index + match[0].length)
  const end = ends.findLast((each) => each <= SUMMARY_LENGTH)
  return end === undefined ? shortenText(lede, SUMMARY_LENGTH) : lede.slice(0, end)
}

/** Cuts a text at a word, so that it has at most `length` UTF-16 units and a sign that it goes on. */
export function shortenText(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  const atWord = cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2))
  return `${atWord.replace(/[ ,;:.–-]+$/u, '')} …`
}

/** Whether a text was cut by `shortenText`. */
export function isShortened(text: string): boolean {
  return text.endsWith(' …')
}
