import { z } from 'zod'

/**
 * The part of IPTC ninjs 3.1 that Redaksi writes, reads and serves: one text article.
 * Unknown properties are refused, as the IPTC schema does (`unevaluatedProperties: false`).
 */
export const NINJS_VERSION = '3.1'
export const NINJS_SCHEMA = 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#'

const instant = z.iso.datetime({ offset: true })
const labelled = z.strictObject({
  role: z.string().optional(),
  /** An IANA media type. */
  contentType: z.string().optional(),
  value: z.string(),
})

/** A picture that the story shows, named by the SHA-256 of its bytes: `urn:sha256:` and 64 hex digits. */
const photo = z.strictObject({
  name: z.string(),
  uri: z.string().regex(/^urn:sha256:[0-9a-f]{64}$/),
  type: z.literal('picture'),
  /** The caption has role `caption`, the alt text role `alt`. */
  descriptions: z.array(labelled).optional(),
  /** The credit, as it is printed beside the caption. */
  by: z.string().optional(),
  copyrightNotice: z.string().optional(),
  /** How it came to be, as an address of the IPTC's vocabulary. */
  digitalSourceType: z.strictObject({ name: z.string(), uri: z.url() }).optional(),
  /** The one file of these bytes. */
  renditions: z
    .array(
      z.strictObject({
        name: z.string(),
        contentType: z.string().optional(),
        width: z.int().min(1).optional(),
        height: z.int().min(1).optional(),
        sizeInBytes: z.int().min(1).optional(),
      }),
    )
    .optional(),
})

/** A file that readers get with the story, a PDF, named by the SHA-256 of its bytes as a photo is. */
const attachment = z.strictObject({
  name: z.string(),
  uri: z.string().regex(/^urn:sha256:[0-9a-f]{64}$/),
  type: z.literal('text'),
  rel: z.literal('attachment'),
  /** What readers see of it. */
  headlines: z.array(labelled).min(1),
  renditions: z
    .array(
      z.strictObject({
        name: z.string(),
        contentType: z.literal('application/pdf'),
        sizeInBytes: z.int().min(1).optional(),
      }),
    )
    .min(1),
})

export const ninjsArticleSchema = z.strictObject({
  /** `urn:uuid:` and the draft's id: the same for every revision, on every target. */
  uri: z.string().regex(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  type: z.literal('text'),
  representationType: z.enum(['full', 'partial']).optional(),
  standard: z.strictObject({ name: z.string(), version: z.string(), schema: z.url() }).optional(),
  /** The revision, as a string of digits. */
  version: z.string(),
  firstCreated: instant.optional(),
  versionCreated: instant.optional(),
  /** The day the story tells of, at midnight of the office's zone. */
  contentCreated: instant.optional(),
  embargoedUntil: instant.optional(),
  pubStatus: z.enum(['usable', 'withheld', 'canceled']).optional(),
  urgency: z.int().min(1).max(9).optional(),
  language: z.string().optional(),
  copyrightHolder: z.string().optional(),
  /** Not for readers. */
  edNote: z.string().optional(),
  headlines: z.array(labelled).min(1),
  /** `application/xhtml+xml` first, then `text/plain`; both hold the dateline and the credit line. */
  bodies: z
    .array(
      labelled.extend({
        /** Both count the body's plain text without captions: Unicode characters, and words. */
        charCount: z.int().optional(),
        wordCount: z.int().optional(),
      }),
    )
    .min(1),
  /** The excerpt has role `summary`; a correction's note for readers, role `correction`. */
  descriptions: z.array(labelled).optional(),
  /** The writers' names. */
  by: z.string().optional(),
  /** The dateline's place. */
  located: z.string().optional(),
  slugline: z.string().optional(),
  /** Categories have `rel` `category` and their address's last part as `literal`; those without `rel` are tags. */
  subjects: z
    .array(z.strictObject({ name: z.string(), rel: z.string().optional(), literal: z.string().optional() }))
    .optional(),
  infoSources: z.array(z.strictObject({ name: z.string(), literal: z.string().optional() })).optional(),
  /** The story's photos in their order, then its attachments in theirs. */
  associations: z.array(z.discriminatedUnion('type', [photo, attachment])).optional(),
  altIds: z.array(z.strictObject({ role: z.string().optional(), value: z.string() })).optional(),
})

export type NinjsArticle = Readonly<z.infer<typeof ninjsArticleSchema>>

type Association = NonNullable<NinjsArticle['associations']>[number]
/** A photo as an article names it. */
export type NinjsPhoto = Extract<Association, { type: 'picture' }>
/** An attachment as an article names it. */
export type NinjsAttachment = Extract<Association, { type: 'text' }>

/** The photos of an article, in their order. */
export function listNinjsPhotos({
  associations = [],
}: Pick<NinjsArticle, 'associations'>): readonly NinjsPhoto[] {
  return associations.filter((each) => each.type === 'picture')
}

/** The attachments of an article, in their order. */
export function listNinjsAttachments({
  associations = [],
}: Pick<NinjsArticle, 'associations'>): readonly NinjsAttachment[] {
  return associations.filter((each) => each.type === 'text')
}

/** The digest that a photo or an attachment is named by. */
export function getAssociationDigest({ uri }: Pick<Association, 'uri'>): string {
  return uri.slice('urn:sha256:'.length)
}

/** Reads an article from untrusted data. Throws zod's error, which names the place, when it is not one. */
export function parseNinjsArticle(value: unknown): NinjsArticle {
  return ninjsArticleSchema.parse(value)
}
