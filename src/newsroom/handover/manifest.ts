import { z } from 'zod'
import { LONGEST_DESK } from '../drafts/index.ts'
import type { Chain } from './lineage.ts'

/** The version of a hand-over file's shape. */
export const HANDOVER_FORMAT = 1

/** How such a file's name ends, and its media type. */
export const HANDOVER_EXTENSION = '.redaksi'
export const HANDOVER_TYPE = 'application/vnd.redaksi.handover'

/**
 * What a hand-over file says of itself, in its first entry. The digest of every entry stands in its last one, as in a
 * backup's; here stand the digests of the texts.
 */
export interface HandoverManifest {
  readonly kind: typeof HANDOVER_TYPE
  readonly format: typeof HANDOVER_FORMAT
  /** The draft's id, and its revision in the library that it comes from. */
  readonly draft: string
  readonly revision: number
  /** Every kept state, oldest first. */
  readonly chain: Chain
  readonly from: HandoverSender
  /** The release of Redaksi that made it. */
  readonly release: string
}

/** Whose library it comes from: the office's short name, and the initials of who works there, if they are known. */
export interface HandoverSender {
  readonly library: string
  readonly desk: string
  readonly person: string | null
}

const revision = z.int().min(1)
const digest = z.string().regex(/^[0-9a-f]{64}$/)
/** A person's history has a few hundred states; a file with more than this was not made by one. */
const MOST_REVISIONS = 5_000

const manifestSchema = z.strictObject({
  kind: z.literal(HANDOVER_TYPE),
  format: z.literal(HANDOVER_FORMAT),
  draft: z.uuid().lowercase(),
  revision,
  chain: z
    .array(z.strictObject({ revision, story: digest }))
    .min(1)
    .max(MOST_REVISIONS),
  from: z.strictObject({
    library: z.uuid().lowercase(),
    desk: z.string().max(LONGEST_DESK),
    person: z.string().min(1).max(100).nullable(),
  }),
  release: z.string().max(100),
})
const anySchema = z.looseObject({ kind: z.literal(HANDOVER_TYPE), format: z.int().min(1) })

/** Reads the format of a hand-over file, of any Redaksi. Throws zod's error when it is none. */
export function parseHandoverFormat(value: unknown): number {
  return anySchema.parse(value).format
}

/** Reads a manifest from untrusted data. Throws zod's error, which names the place, when it is none. */
export function parseHandoverManifest(value: unknown): HandoverManifest {
  return manifestSchema.parse(value)
}
