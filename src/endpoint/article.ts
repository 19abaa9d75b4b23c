import { RedaksiError } from '../base/errors.ts'
import type { NinjsArticle } from '../newsroom/formats/index.ts'

/**
 * The rules of a held article. They promise whoever publishes: a story stands here once whatever is sent twice, nothing
 * is overwritten that its sender has not seen, and what was withdrawn comes back only by a sender who knows that it was.
 */
export type ArticleState = 'public' | 'withdrawn'

/** What the endpoint holds of one story. Instants are milliseconds since 1970 UTC, by this server's clock. */
export interface HeldArticle {
  readonly uuid: string
  /** The ETag as it stands in its header, quotes included: opaque, and new with every write. */
  readonly version: string
  /** Counts the writes of the whole endpoint. A story stands in the list of changes at its last one. */
  readonly change: number
  readonly state: ArticleState
  readonly article: NinjsArticle
  /** Of the article as canonical JSON (RFC 8785). */
  readonly sha256: string
  /** The last part of its public address. */
  readonly slug: string
  /** When readers could first read it. */
  readonly publishedAt: number
  /** When its text last changed. */
  readonly updatedAt: number
  /** When it was last written, by an article or a withdrawal. */
  readonly changedAt: number
  /** The reason, as readers see it, while it is withdrawn. */
  readonly reason: string | null
}

/** What a write must find. `create`: nothing there. `replace`: exactly this version. */
export type Precondition =
  | { readonly kind: 'none' }
  | { readonly kind: 'create' }
  | { readonly kind: 'replace'; readonly version: string }

/** What to do with a request that may be written. `same`: it is already so, and nothing is written. */
export type Decision = 'write' | 'same'

/**
 * Whether an article may be put. One that is equal to what readers see is a success whatever the precondition says: it
 * is a repetition whose first answer was lost. An equal one does not undo a withdrawal. Throws
 * `endpoint.precondition-required` or `endpoint.precondition-failed`.
 */
export function decidePut(held: HeldArticle | null, sha256: string, precondition: Precondition): Decision {
  requirePrecondition(precondition)
  if (held?.state === 'public' && held.sha256 === sha256) return 'same'
  requireMatch(held, precondition)
  return 'write'
}

/** Whether a story may be withdrawn, by the same rules. Throws `endpoint.article-not-found` too. */
export function decideWithdrawal(
  held: HeldArticle | null,
  reason: string,
  precondition: Precondition,
): Decision {
  requirePrecondition(precondition)
  if (held === null) throw new RedaksiError('endpoint.article-not-found')
  if (held.state === 'withdrawn' && held.reason === reason) return 'same'
  requireMatch(held, precondition)
  return 'write'
}

/** Whether readers may read it at an instant: public, and no embargo before them. */
export function isVisible(held: Pick<HeldArticle, 'state' | 'article'>, now: number): boolean {
  return held.state === 'public' && (getEmbargo(held.article) ?? now) <= now
}

/** The instant before which readers must not see the article, or null. */
export function getEmbargo(article: NinjsArticle): number | null {
  return article.embargoedUntil === undefined ? null : Date.parse(article.embargoedUntil)
}

function requirePrecondition(precondition: Precondition): void {
  if (precondition.kind === 'none') throw new RedaksiError('endpoint.precondition-required')
}

function requireMatch(held: HeldArticle | null, precondition: Precondition): void {
  const matches =
    precondition.kind === 'create'
      ? held === null
      : precondition.kind === 'replace' && held?.version === precondition.version
  if (!matches) throw new RedaksiError('endpoint.precondition-failed')
}
