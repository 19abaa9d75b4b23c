import * as z from 'zod/mini'
import { parseBlockId } from './block-id.ts'
import { STORY_SCHEMA, type Attachment, type Story } from './story.ts'

/** A story as it is stored. It stands apart from the model: a page that shows stories carries no parsers. */

const run = z.strictObject({
  text: z.string(),
  bold: z.optional(z.literal(true)),
  italic: z.optional(z.literal(true)),
  link: z.optional(z.string()),
})
const runs = z.array(run)
const id = z.pipe(z.string(), z.transform(parseBlockId))
const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const block = z.discriminatedUnion('kind', [
  z.strictObject({ id, kind: z.literal('paragraph'), runs }),
  z.strictObject({ id, kind: z.literal('heading'), runs }),
  z.strictObject({ id, kind: z.literal('quote'), runs }),
  z.strictObject({ id, kind: z.literal('list'), ordered: z.boolean(), runs }),
  z.strictObject({
    id,
    kind: z.literal('photo'),
    photo: digest,
    alt: z.string(),
    runs,
  }),
])
/** The stored shape of a dateline. */
export const datelineSchema = z.strictObject({ place: z.string(), site: z.string() })
const names = z.strictObject({
  initials: z.array(z.string()).check(z.minLength(1)),
  parting: z.enum(['comma', 'slash']),
})
/** The stored shape of a credit line. */
export const creditSchema = z.strictObject({
  writers: names,
  editors: z.array(z.string()).check(z.minLength(1)),
  photo: z.nullable(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('people'), by: names, organisation: z.string() }),
      z.strictObject({ kind: z.literal('archive'), organisation: z.string() }),
    ]),
  ),
  join: z.enum(['none', 'space', 'line', 'block']),
})

/** The stored shape of a story. Block ids must be well formed and no id may stand twice. */
const storySchema = z
  .strictObject({
    schema: z.literal(STORY_SCHEMA),
    headline: z.string(),
    event: z.nullable(z.strictObject({ date: z.iso.date(), year: z.enum(['stated', 'assumed']) })),
    dateline: z.nullable(datelineSchema),
    blocks: z.array(block),
    credit: z.nullable(creditSchema),
    slug: z.string(),
    excerpt: z.string(),
    tags: z.array(z.string()),
    categories: z.optional(z.array(z.string())),
    attachments: z.optional(
      z
        .array(z.strictObject({ file: digest, label: z.string() }))
        .check(z.refine(isEachOnce, { error: 'an attachment stands twice' })),
    ),
  })
  .check(
    z.refine((story) => new Set(story.blocks.map((each) => each.id)).size === story.blocks.length, {
      error: 'a block id stands twice',
      path: ['blocks'],
    }),
  )

function isEachOnce(attachments: readonly Attachment[]): boolean {
  return new Set(attachments.map(({ file }) => file)).size === attachments.length
}

/** Reads a story from untrusted data. Throws zod's error, which names the place, when it is not one. */
export function parseStory(value: unknown): Story {
  return storySchema.parse(value) as Story
}
