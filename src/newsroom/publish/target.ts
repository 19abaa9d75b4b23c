import type { NinjsArticle } from '../formats/index.ts'

/** Where stories are published. Secrets are not among its fields: they live in the user's own configuration. */
export interface Target {
  readonly name: string
  readonly type: 'redaksi' | 'folder'
  /** The base address, or for `folder` an absolute path. */
  readonly url: string
  /** The environment variable its secret was first read from, read again at each sync when set. */
  readonly secretEnv: string | null
}

/** What a target says it holds of one story. `version` is opaque: it is compared, and sent back, never read. */
export interface Held {
  readonly state: 'public' | 'withdrawn'
  readonly version: string
  /** The public address, or null where there is none. */
  readonly address: string | null
  /** SHA-256 of what is held, in canonical form, to be compared with what was sent. */
  readonly sha256: string
}

/**
 * The port every target is reached through. Each call either answers or throws a RedaksiError whose code tells what is
 * known: `publish.not-sent` (nothing left this machine), `publish.outcome-unknown`, `publish.busy` (details.retryAfter,
 * seconds), `publish.unauthorised`, `publish.conflict`, `publish.rejected`.
 */
export interface TargetAdapter {
  /** What the target holds of a story; null when nothing. */
  lookUp(id: string): Promise<Held | null>
  /** Makes the article public. `base` is the version it replaces; null when there must be none. */
  putArticle(article: NinjsArticle, base: string | null): Promise<Held>
  /** Takes a story from readers, leaving a notice with the reason. */
  withdraw(id: string, reason: string, base: string | null): Promise<Held>
  /** Checks address and credentials, changing nothing. */
  test(): Promise<void>
}
