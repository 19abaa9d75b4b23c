import type { RandomBytes } from '../../../base/ids.ts'
import { formatHtmlPage, listNinjsPhotos, parseNinjs, type NinjsArticle } from '../../formats/index.ts'
import { parseHouse, type House } from '../../house/index.ts'
import type { Block, Story } from '../../story/index.ts'

/**
 * The readable pages of a folder target. The article's markup is not trusted: it is read into a story through the
 * allow-list of `formats`, and printed again from there, escaped by construction.
 */

/** A page, and the last part of its address. */
export interface FolderPage {
  readonly slug: string
  readonly html: string
}

const LONGEST_SLUG = 120

/** The page of an article. */
export function formatPage(article: NinjsArticle): FolderPage {
  const house = createHouse(article)
  const story = readStory(article, house)
  const html =
    formatHtmlPage(addCredits(story, article), house, { photoAddress, attachmentAddress }) +
    formatMark(article.uri)
  return { slug: chooseSlug(story, article), html }
}

/** The page that stands in a withdrawn article's place: its headline, that it was withdrawn, and why. */
export function formatNotice(article: NinjsArticle, reason: string): FolderPage {
  const house = createHouse(article)
  const original = readStory(article, house)
  const { bodies } = withdrawArticle(article, reason)
  const notice = readStory({ ...article, bodies, descriptions: [] }, house)
  const html = formatHtmlPage({ ...notice, headline: original.headline }, house) + formatMark(article.uri)
  return { slug: chooseSlug(original, article), html }
}

/** The article once it is withdrawn: the same name, cancelled, with a short body for readers. */
export function withdrawArticle(article: NinjsArticle, reason: string): NinjsArticle {
  const { associations: _photos, descriptions: _summary, ...rest } = article
  const said = (article.language ?? 'id').startsWith('id')
    ? 'Berita ini telah ditarik.'
    : 'This story has been withdrawn.'
  return {
    ...rest,
    pubStatus: 'canceled',
    bodies: [{ contentType: 'text/plain', value: `${said}\n\n${reason}` }],
  }
}

/** Whether a page is an article's: its last line says so. Another story's page of the same name is never replaced. */
export function isPageOf(html: string, uri: string): boolean {
  return html.endsWith(formatMark(uri))
}

/** Pages stand in a folder beside the photos. */
const photoAddress = (sha256: string): string => `../photos/${sha256}.jpg`

/** … and beside the attachments. */
const attachmentAddress = (sha256: string): string => `../lampiran/${sha256}.pdf`

/** A story has no place for who took a photo; here it stands behind the caption. */
function addCredits(story: Story, article: NinjsArticle): Story {
  const credits = new Map(listNinjsPhotos(article).map(({ uri, by = '' }) => [uri, by]))
  const addCredit = (block: Block): Block => {
    const credit = block.kind === 'photo' ? (credits.get(`urn:sha256:${block.photo}`) ?? '') : ''
    if (credit === '') return block
    const blank = block.runs.length === 0 ? '' : ' '
    return { ...block, runs: [...block.runs, { text: `${blank}Foto: ${credit}` }] }
  }
  return { ...story, blocks: story.blocks.map(addCredit) }
}

const formatMark = (uri: string): string => `<!-- ${uri} -->\n`

function readStory(article: NinjsArticle, house: House): Story {
  return parseNinjs(article, { house, random: countUp() }).story
}

/** The slug is part of a file's name: it is only ever 0-9, a-z and hyphens. */
function chooseSlug(story: Story, article: NinjsArticle): string {
  const slug = story.slug.slice(0, LONGEST_SLUG)
  return /^[0-9a-z-]*[0-9a-z][0-9a-z-]*$/.test(slug) ? slug : article.uri.slice('urn:uuid:'.length)
}

/** As much of an office as a page shows. The dateline and the credit line are printed as they came. */
function createHouse(article: NinjsArticle): House {
  const name = article.copyrightHolder ?? 'Redaksi'
  return parseHouse({
    organisation: { name, short: name, zone: 'WIB', language: article.language ?? 'id-ID' },
    dateline: { pattern: '{place}, {site} - ', places: [] },
    credit: { pattern: '({writers}/{editors}. Foto: {photo})', archive: 'dok', organisation: name },
    staff: [],
  })
}

/** A page shows no block ids, so they need not be random; they only must differ. */
function countUp(): RandomBytes {
  let count = 0
  return (length) => Uint8Array.from({ length }, (_, i) => (i === 0 ? (count += 1) : count >> 8) % 252)
}
