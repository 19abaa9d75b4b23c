import { z } from 'zod'
import type { NinjsArticle } from '../formats/index.ts'

/** The kinds of target there are. */
export const TARGET_TYPES = ['redaksi', 'folder'] as const
export type TargetType = (typeof TARGET_TYPES)[number]

/** Where stories are published. Secrets are not among its fields: they live in the user's own configuration. */
export interface Target {
  readonly name: string
  readonly type: TargetType
  /** The base address, or for `folder` an absolute path. */
  readonly url: string
  /** The environment variable its secret was first read from, read again at each sync when set. */
  readonly secretEnv: string | null
}

/** The targets of a library, as its `targets.json` holds them. */
export interface TargetList {
  readonly schema: 1
  readonly targets: readonly Target[]
}

const targetListSchema = z.strictObject({
  schema: z.literal(1),
  targets: z.array(
    z.strictObject({
      name: z.string().min(1),
      type: z.enum(TARGET_TYPES),
      url: z.string().min(1),
      secretEnv: z.string().min(1).nullable(),
    }),
  ),
})

/** Reads a list of targets from untrusted data. Throws zod's error, which names the place, when it is not one. */
export function parseTargetList(value: unknown): TargetList {
  return targetListSchema.parse(value)
}

/** Whether a text names a kind of target. */
export function isTargetType(text: string): text is TargetType {
  return TARGET_TYPES.some((type) => type === text)
}

/** What a target says it holds of one story. `version` is opaque: it is compared, and sent back, never read. */
export interface Held {
  readonly state: 'public' | 'withdrawn'
  readonly version: string
  /** The public address, or null where there is none. */
  readonly address: string | null
  /** SHA-256 of the article held, in canonical form, to be compared with what was sent. */
  readonly sha256: string
}

/**
 * The port every target is reached through. Each call either answers or throws a RedaksiError whose code tells what is
 * known: `publish.not-sent` (nothing left this machine), `publish.outcome-unknown`, `publish.busy` (details.retryAfter,
 * seconds or null), `publish.unauthorised`, `publish.secret-missing`, `publish.secret-unavailable`, `publish.conflict`,
 * `publish.rejected`, and of our own side `publish.photo-missing` and
 * `publish.attachment-missing`.
 * `details.detail` holds the target's own words as plain text. Any other error is a bug, and the outcome unknown.
 */
export interface TargetAdapter {
  /** What the target holds of a story; null when nothing. */
  lookUp(id: string): Promise<Held | null>
  /** Makes the article public. `base` is the version it replaces; null when there must be none. */
  putArticle(article: NinjsArticle, base: string | null): Promise<Held>
  /**
   * Makes sure that the target holds a photo, a JPEG named by the SHA-256 of its bytes. `read` is asked for them only when
   * it does not. It can be repeated: the same name is always the same photo.
   */
  putPhoto(sha256: string, read: () => Promise<Uint8Array>): Promise<void>
  /** Makes sure that the target holds an attachment, a PDF, in the same way. */
  putAttachment(sha256: string, read: () => Promise<Uint8Array>): Promise<void>
  /** Takes a story from readers, leaving a notice with the reason. */
  withdraw(id: string, reason: string, base: string | null): Promise<Held>
  /** Checks address and credentials, changing nothing. */
  test(): Promise<void>
}
