import { assembleStory, type ReadOptions, type ReadStoryFile, type StoryParts } from './assemble-story.ts'
import type { FormatReport } from './contract.ts'
import { STORY_CLASS } from './html-body.ts'
import { PAGE_META } from './html-page.ts'
import { isSkippedElement, readHtmlBlocks, readHtmlText } from './html-reader.ts'
import {
  getAttribute,
  hasClass,
  parseHtmlTree,
  walkElements,
  type HtmlElement,
  type HtmlParent,
} from './html-tree.ts'
import { isDigest, isSlug, parseEvent } from './parse-values.ts'

/**
 * Reads one story from an HTML page or fragment of any make. The headline is the first `h1`, else the `title`.
 *
 * A file of ours is known by the one element of class `redaksi-story`: only what is in it is read, exactly, blanks
 * included, and `parseHtml(formatHtmlPage(story))` gives the story back but for its ids; with `ids: true` those too.
 * In any other file blanks collapse as browsers do, no-break spaces stay, and house forms are found by their grammar.
 * Fails with `formats.too-large` or `formats.too-deep`.
 */
export function parseHtml(html: string, options: ReadOptions): ReadStoryFile {
  const { parts, reports } = readHtml(html)
  return assembleStory(parts, options, reports)
}

/** What an HTML page or fragment says of its story, and what was lost on the way. Fails like `parseHtml`. */
export function readHtml(html: string): { parts: StoryParts; reports: readonly FormatReport[] } {
  const document = parseHtmlTree(html)
  const own = findOwnBody(document)
  const ours = own !== null
  const heading = findHeadline(document, own)
  const { blocks, reports } = readHtmlBlocks(own ?? document, { ours, skipped: heading })
  const headline = heading === null ? findTitle(document, own) : readHeadline(heading, ours)
  return { parts: { headline, blocks, ours, ...readMeta(document) }, reports: [...reports] }
}

/** Pages with several stories of ours are read like any other page, so that none is lost. */
function findOwnBody(document: HtmlParent): HtmlElement | null {
  const [first = null, second] = [...walkElements(document, isSkippedElement)].filter((element) =>
    hasClass(element, STORY_CLASS),
  )
  return second === undefined ? first : null
}

function findHeadline(document: HtmlParent, own: HtmlElement | null): HtmlElement | null {
  for (const element of walkElements(document, (each) => isSkippedElement(each) || each === own)) {
    if (element.tagName === 'h1' && (own !== null || readHeadline(element, false) !== '')) return element
  }
  return null
}

function readHeadline(heading: HtmlElement, ours: boolean): string {
  const text = readHtmlText(heading, ours)
  return ours ? text : text.replaceAll('\n', ' ')
}

/** A fragment of ours has no headline; the title of a page that holds one may be anything. */
function findTitle(document: HtmlParent, own: HtmlElement | null): string {
  if (own !== null) return ''
  for (const element of walkElements(document, (each) => each.tagName === 'body' || each.tagName === 'svg')) {
    if (element.tagName === 'title') return readHeadline(element, false)
  }
  return ''
}

function readMeta(document: HtmlParent): Partial<StoryParts> {
  const found = new Map<string, string[]>()
  for (const element of walkElements(document, (each) => each.tagName === 'body')) {
    if (element.tagName !== 'meta') continue
    const name = getAttribute(element, 'name') ?? ''
    const contents = found.get(name) ?? []
    contents.push(getAttribute(element, 'content') ?? '')
    found.set(name, contents)
  }
  const event = parseEvent(found.get(PAGE_META.event)?.[0] ?? '')
  const slug = found.get(PAGE_META.slug)?.[0]
  return {
    slug: slug !== undefined && isSlug(slug) ? slug : undefined,
    excerpt: found.get(PAGE_META.excerpt)?.[0],
    tags: found.get(PAGE_META.tag),
    categories: found.get(PAGE_META.category),
    attachments: (found.get(PAGE_META.attachment) ?? []).flatMap(readAttachment),
    // A page of ours that states no event has none; only other pages are searched for one.
    event: event ?? (slug === undefined ? undefined : null),
  }
}

function readAttachment(content: string): NonNullable<StoryParts['attachments']> {
  const [file, label] = [content.slice(0, 64), content.slice(65)]
  return isDigest(file) ? [{ file, label }] : []
}
