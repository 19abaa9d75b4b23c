import type { House } from '../house/index.ts'
import type { Story } from '../story/index.ts'
import { formatHtml, STORY_CLASS, type HtmlOptions } from './html-body.ts'
import { formatEvent } from './parse-values.ts'
import { escapeAttribute, escapeText } from './xml.ts'

/**
 * The names of the `meta` elements that carry what a story's body does not show. `parseHtml` reads them back.
 * The event date is followed by how its year is known: `2025-11-13 stated`.
 */
export const PAGE_META = {
  excerpt: 'description',
  slug: 'redaksi:slug',
  event: 'redaksi:event',
  tag: 'redaksi:tag',
  category: 'redaksi:category',
  /** The file's digest, a blank, and what readers see of it. */
  attachment: 'redaksi:attachment',
} as const

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; padding: 2rem 1rem; font: 1.125rem/1.6 Georgia, "Times New Roman", serif; }
main { max-width: 38rem; margin: 0 auto; }
h1, h2 { line-height: 1.2; text-wrap: balance; }
h1, .${STORY_CLASS} :is(p, h2, li, figcaption) { white-space: pre-wrap; overflow-wrap: break-word; }
blockquote { margin: 1.5rem 0; padding-left: 1rem; border-left: 3px solid; }
figure { margin: 1.5rem 0; }
img { max-width: 100%; height: auto; }
figcaption { font-size: 0.875em; }
`

/**
 * Prints a story as one complete file: no script, nothing fetched but the pictures, which its own policy enforces.
 * It is HTML and well-formed XML at once.
 */
export function formatHtmlPage(story: Story, house: House, options: HtmlOptions = {}): string {
  const language = escapeAttribute(house.organisation.language)
  return [
    '<!DOCTYPE html>',
    `<html xmlns="http://www.w3.org/1999/xhtml" lang="${language}" xml:lang="${language}">`,
    '<head>',
    '<meta charset="utf-8"/>',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src * data:"/>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
    '<meta name="generator" content="Redaksi"/>',
    `<title>${escapeText(formatTitle(story, house))}</title>`,
    ...formatMeta(story),
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${story.headline.split('\n').map(escapeText).join('<br/>')}</h1>`,
    formatHtml(story, house, options),
    ...formatAttachments(story, house, options),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

/** A page needs a title; one without a headline is named for the office. */
function formatTitle(story: Story, house: House): string {
  const headline = story.headline.replace(/[\t\n\r ]+/g, ' ')
  return /[^ ]/.test(headline) ? headline : house.organisation.short
}

function formatMeta(story: Story): readonly string[] {
  const { event } = story
  return [
    ...(story.excerpt === '' ? [] : [meta(PAGE_META.excerpt, story.excerpt)]),
    meta(PAGE_META.slug, story.slug),
    ...(event === null ? [] : [meta(PAGE_META.event, formatEvent(event))]),
    ...(story.categories ?? []).map((category) => meta(PAGE_META.category, category)),
    ...(story.attachments ?? []).map(({ file, label }) => meta(PAGE_META.attachment, `${file} ${label}`)),
    ...story.tags.map((tag) => meta(PAGE_META.tag, tag)),
  ]
}

/** A list below the story: what it is of, `parseHtml` reads from the head. */
function formatAttachments(
  { attachments = [] }: Story,
  { organisation: { language } }: House,
  { attachmentAddress = () => null }: HtmlOptions,
): readonly string[] {
  if (attachments.length === 0) return []
  const items = attachments.map(({ file, label }) => {
    const address = attachmentAddress(file)
    const words = `${escapeText(label)} (PDF)`
    return address === null
      ? `<li>${words}</li>`
      : `<li><a href="${escapeAttribute(address)}" download="" type="application/pdf">${words}</a></li>`
  })
  return [
    '<section class="redaksi-attachments">',
    `<h2>${language.startsWith('id') ? 'Lampiran' : 'Attachments'}</h2>`,
    '<ul>',
    ...items,
    '</ul>',
    '</section>',
  ]
}

function meta(name: string, content: string): string {
  return `<meta name="${name}" content="${escapeAttribute(content)}"/>`
}
