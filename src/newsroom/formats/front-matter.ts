import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { makeSlug, type Story } from '../story/index.ts'
import { formatEvent, isDigest, isSlug, parseEvent } from './parse-values.ts'
import type { StoryParts } from './assemble-story.ts'

/**
 * The YAML block before a Markdown text that site generators read: what a story has beside its text. A file without
 * one, or with one that is not a list of names and values, is all text.
 */
const LENGTH = 20_000
const FRONT_MATTER = /^---\n([^]*?)\n---(?:\n|$)/

const names = z.array(z.string()).optional().catch(undefined)
const schema = z.object({
  title: z.string().optional().catch(undefined),
  slug: z.string().optional().catch(undefined),
  event: z.string().optional().catch(undefined),
  excerpt: z.string().optional().catch(undefined),
  categories: names,
  tags: names,
  attachments: z
    .array(z.object({ file: z.string(), label: z.string() }))
    .optional()
    .catch(undefined),
})

/** Prints what is not plain from the story's text; nothing when all is. */
export function formatFrontMatter(story: Story): string {
  const fields = {
    ...(story.slug === makeSlug(story.headline) ? {} : { slug: story.slug }),
    ...(story.event === null ? {} : { event: formatEvent(story.event) }),
    ...(story.excerpt === '' ? {} : { excerpt: story.excerpt }),
    ...(story.categories === undefined ? {} : { categories: story.categories }),
    ...(story.tags.length === 0 ? {} : { tags: story.tags }),
    ...(story.attachments === undefined ? {} : { attachments: story.attachments }),
  }
  if (Object.keys(fields).length === 0) return ''
  return `---\n${stringify(fields, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' })}---\n\n`
}

export interface FrontMatter {
  readonly title: string
  readonly parts: Pick<StoryParts, 'slug' | 'event' | 'excerpt' | 'categories' | 'tags' | 'attachments'>
  /** The text after it. */
  readonly rest: string
}

/** Reads the block before a text with LF line ends. */
export function parseFrontMatter(text: string): FrontMatter {
  const found = FRONT_MATTER.exec(text.slice(0, LENGTH))
  const fields = found === null ? null : parseYaml(found[1] ?? '')
  if (found === null || fields === null) return { title: '', parts: {}, rest: text }
  const { slug, event, excerpt, categories, tags, attachments } = fields
  return {
    title: fields.title ?? '',
    parts: {
      slug: slug !== undefined && isSlug(slug) ? slug : undefined,
      event: event === undefined ? undefined : (parseEvent(event) ?? undefined),
      excerpt,
      categories,
      tags,
      attachments: attachments?.filter(({ file }) => isDigest(file)),
    },
    rest: text.slice(found[0].length),
  }
}

function parseYaml(text: string): z.infer<typeof schema> | null {
  try {
    // Every scalar stays the text it is; references to other parts, with which a few lines can grow without end, are refused.
    const value: unknown = parse(text, { schema: 'failsafe', maxAliasCount: 0, logLevel: 'silent' })
    return schema.safeParse(value).data ?? null
  } catch {
    // Whatever the parser cannot take is text; it is shown to the person as such.
    return null
  }
}
