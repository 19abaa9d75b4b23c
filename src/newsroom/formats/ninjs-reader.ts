import { z } from 'zod'
import { RedaksiError } from '../../base/errors.ts'
import { splitParagraphs, type Attachment } from '../story/index.ts'
import { assembleStory, type ReadOptions, type ReadStoryFile, type StoryParts } from './assemble-story.ts'
import type { FormatReport, FormatsErrorCode } from './contract.ts'
import { readHtml } from './html.ts'
import { HTML_LIMITS } from './html-tree.ts'
import { isCalendarDate, isDigest, isSlug } from './parse-values.ts'
import { createReadBlock } from './read-block.ts'

/** What is read of an article of any make; whatever else it holds is passed over. */
const labelled = z.object({
  role: z.string().optional(),
  contentType: z.string().optional(),
  value: z.string(),
})
const readSchema = z
  .object({
    uri: z.string(),
    type: z.enum(['text', 'composite']).optional(),
    headlines: z.array(labelled).default([]),
    bodies: z.array(labelled).default([]),
    descriptions: z.array(labelled).default([]),
    subjects: z.array(z.object({ name: z.string().optional(), rel: z.string().optional() })).default([]),
    associations: z
      .array(
        z.object({ uri: z.string(), rel: z.string().optional(), headlines: z.array(labelled).optional() }),
      )
      .default([])
      .catch([]),
    slugline: z.string().optional(),
    contentCreated: z.string().optional(),
  })
  .refine((article) => article.headlines.length + article.bodies.length > 0, { path: ['bodies'] })

type Article = z.infer<typeof readSchema>

const MARKUP = ['application/xhtml+xml', 'text/html']

/**
 * Reads a story from a ninjs 3.1 article, given as data or as the text of a JSON document. A body of ours gives the
 * story back with its blocks' ids, the event's year as stated; any other body is read as HTML or as plain text, the
 * richer first. Fails with `formats.not-ninjs` (`at` is the place), `formats.too-large` or `formats.too-deep`.
 */
export function parseNinjs(value: unknown, options: ReadOptions): ReadStoryFile {
  const article = parseArticle(typeof value === 'string' ? parseJson(value) : value)
  const { parts, reports } = readBody(article)
  const slug = article.slugline
  const listSubjects = (isWanted: (rel: string | undefined) => boolean): readonly string[] =>
    article.subjects.flatMap(({ name, rel }) => (name === undefined || !isWanted(rel) ? [] : [name]))
  return assembleStory(
    {
      ...parts,
      headline: article.headlines[0]?.value ?? '',
      slug: slug !== undefined && isSlug(slug) ? slug : undefined,
      event: parts.ours ? readEvent(article) : undefined,
      excerpt: (article.descriptions.find((each) => each.role === 'summary') ?? article.descriptions[0])
        ?.value,
      categories: listSubjects((rel) => rel === 'category'),
      tags: listSubjects((rel) => rel !== 'category'),
      attachments: article.associations.flatMap(readAttachment),
    },
    options,
    reports,
  )
}

function parseJson(text: string): unknown {
  if (text.length > HTML_LIMITS.characters) {
    throw new RedaksiError<FormatsErrorCode>('formats.too-large', { limit: HTML_LIMITS.characters })
  }
  try {
    return JSON.parse(text.replace(/^\u{FEFF}/u, ''))
  } catch (cause) {
    throw new RedaksiError<FormatsErrorCode>('formats.not-ninjs', { at: '/' }, cause)
  }
}

function parseArticle(value: unknown): Article {
  const parsed = readSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const path = parsed.error.issues[0]?.path ?? []
  throw new RedaksiError<FormatsErrorCode>(
    'formats.not-ninjs',
    { at: `/${path.map(String).join('/')}` },
    parsed.error,
  )
}

function readBody(article: Article): { parts: StoryParts; reports: readonly FormatReport[] } {
  const marked = article.bodies.find(({ contentType = '' }) => MARKUP.includes(contentType))
  if (marked !== undefined) return readHtml(marked.value)
  const plain = article.bodies.find(({ contentType }) => contentType === 'text/plain') ?? article.bodies[0]
  const blocks = splitParagraphs((plain?.value ?? '').replace(/\r\n?/g, '\n')).map(({ text }) =>
    createReadBlock('paragraph', { pieces: [{ text }] }),
  )
  return { parts: { headline: '', blocks, ours: false }, reports: [] }
}

function readAttachment({
  uri,
  rel,
  headlines = [],
}: Article['associations'][number]): readonly Attachment[] {
  const attachment = { file: uri.replace(/^urn:sha256:/, ''), label: headlines[0]?.value ?? '' }
  return rel === 'attachment' && isDigest(attachment.file) ? [attachment] : []
}

/** The day as its writer wrote it: our own articles give midnight of the office's zone. */
function readEvent(article: Article): StoryParts['event'] {
  const date = article.contentCreated?.slice(0, 10)
  return isCalendarDate(date) ? { date, year: 'stated' } : null
}
