import type { Story } from '../story/index.ts'
import { formatHtml } from './html-body.ts'
import { formatByline, type NinjsContext } from './ninjs.ts'
import { getSummary } from './printed-forms.ts'
import { escapeAttribute, escapeText } from './xml.ts'

/**
 * A story as an RSS 2.0 feed of one item, with its whole text (`content:encoded`), for sites that take news that way.
 * Photos are named by their addresses where they are known; elsewhere a reader shows their captions.
 */
export function formatRss(story: Story, context: NinjsContext): string {
  const { house, id, createdAt, updatedAt, photoAddress } = context
  const { name, language } = house.organisation
  const site = story.dateline?.site ?? house.dateline.places[0]?.site ?? ''
  const home = site === '' ? `urn:uuid:${id}` : `https://${site}/`
  const html = formatHtml(story, house, photoAddress === undefined ? {} : { photoAddress })
  const authors = formatByline(story.credit?.writers.initials ?? [], house)
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel>',
    element('title', name),
    element('link', home),
    element('description', name),
    element('language', language),
    element('lastBuildDate', toRfc822(updatedAt)),
    '<item>',
    element('title', story.headline),
    `<guid isPermaLink="false">urn:uuid:${escapeText(id)}</guid>`,
    element('pubDate', toRfc822(createdAt)),
    ...(authors === '' ? [] : [element('dc:creator', authors)]),
    ...formatCategories(story, home),
    element('description', getSummary(story)),
    element('content:encoded', html),
    '</item>',
    '</channel>',
    '</rss>',
    '',
  ].join('\n')
}

function formatCategories({ categories = [], tags }: Story, home: string): readonly string[] {
  return [
    ...categories.map(
      (name) => `<category domain="${escapeAttribute(`${home}kategori/`)}">${escapeText(name)}</category>`,
    ),
    ...tags.map((name) => element('category', name)),
  ]
}

function element(name: string, text: string): string {
  return `<${name}>${escapeText(text)}</${name}>`
}

/** RSS 2.0 asks for RFC 822 dates: `Thu, 13 Nov 2025 10:10:00 GMT`. */
function toRfc822(instant: string): string {
  return new Date(instant).toUTCString()
}
