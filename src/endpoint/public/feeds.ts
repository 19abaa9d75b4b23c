import {
  formatLocalIso,
  getCategoryPath,
  type Markup,
  markup,
  type Office,
  PAGE_NAME,
} from '../../newsroom/public-page/index.ts'
import type { ShownStory } from './shown-story.ts'

/** How many stories a feed holds. */
export const FEED_LENGTH = 30

/** A feed's stories, newest first, and where it stands. */
export interface Feed {
  readonly stories: readonly ShownStory[]
  readonly office: Office
  readonly origin: string
}

/** An RSS 2.0 feed with the whole text of each story (content:encoded). */
export function renderRss({ stories, office, origin }: Feed): string {
  const updated = Math.max(0, ...stories.map(({ held }) => held.updatedAt))
  return markup`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${nameFeed(office)}</title>
<link>${origin}/</link>
<description>${`Berita resmi ${office.name}`.trim()}</description>
<language>id</language>
${updated === 0 ? null : markup`<lastBuildDate>${new Date(updated).toUTCString()}</lastBuildDate>`}
<atom:link href="${origin}/feed.xml" rel="self" type="application/rss+xml"/>
${stories.map((each) => renderRssItem(each, origin))}
</channel>
</rss>
`.text
}

function renderRssItem({ held, body, card }: ShownStory, origin: string): Markup {
  const { article, slug, publishedAt } = held
  const { by = '', uri, subjects = [] } = article
  return markup`<item>
<title>${card.headline}</title>
<link>${origin}/berita/${slug}</link>
<guid isPermaLink="false">${uri}</guid>
<pubDate>${new Date(publishedAt).toUTCString()}</pubDate>
${by === '' ? null : markup`<dc:creator>${by}</dc:creator>`}
${subjects.map(({ name, rel }) => (rel === 'category' ? renderCategory(name, origin) : markup`<category>${name}</category>`))}
<description>${card.summary}</description>
<content:encoded>${body.html.text}</content:encoded>
</item>`
}

/** A category of the site: the domain is where its pages are (RSS 2.0, `category`). */
function renderCategory(name: string, origin: string): Markup {
  return markup`<category domain="${origin}${getCategoryPath('')}">${name}</category>`
}

/** A JSON Feed 1.1 with the whole text of each story. */
export function renderJsonFeed({ stories, office, origin }: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: nameFeed(office),
    home_page_url: `${origin}/`,
    feed_url: `${origin}/feed.json`,
    language: 'id',
    ...(office.name === '' ? {} : { authors: [{ name: office.name }] }),
    items: stories.map((each) => describeItem(each, origin)),
  })
}

function describeItem({ held, body, card }: ShownStory, origin: string): object {
  const { article, slug, publishedAt, updatedAt } = held
  const { headline, summary, zone } = card
  return {
    id: article.uri,
    url: `${origin}/berita/${slug}`,
    title: headline,
    content_html: body.html.text,
    summary,
    date_published: formatLocalIso(publishedAt, zone),
    date_modified: formatLocalIso(Math.max(publishedAt, updatedAt), zone),
    ...(article.by === undefined || article.by === '' ? {} : { authors: [{ name: article.by }] }),
    tags: [...new Set((article.subjects ?? []).map(({ name }) => name))],
  }
}

function nameFeed(office: Office): string {
  return office.name === '' ? PAGE_NAME : `${PAGE_NAME} | ${office.name}`
}
