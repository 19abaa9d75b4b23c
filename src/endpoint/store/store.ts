import type { HeldArticle } from '../article.ts'
import type { NinjsArticle } from '../../newsroom/formats/index.ts'
import type { ArticleCard, Category } from '../../newsroom/public-page/index.ts'

interface Write {
  /** The ETag it gets. */
  readonly version: string
  readonly at: number
}

export interface PublicWrite extends Write {
  readonly state: 'public'
  readonly article: NinjsArticle
  readonly sha256: string
  /** The slug that is asked for. */
  readonly slug: string
  readonly card: ArticleCard
  readonly categories: readonly Category[]
  /** The files it shows, photos and attachments, by their digests. */
  readonly files: readonly string[]
}

export interface WithdrawalWrite extends Write {
  readonly state: 'withdrawn'
  readonly reason: string
}

/** A write that was decided. */
export type ArticleWrite = PublicWrite | WithdrawalWrite

/** A story's place in the order of publication. It never changes once readers have seen the story. */
export interface Place {
  /** An instant, except that it never falls behind what readers saw before: a clock set back reorders nothing. */
  readonly position: number
  /** The counter of its first write, which parts stories of the same instant. */
  readonly sequence: number
}

/** A story in a list for readers. */
export interface ListedArticle extends Place {
  readonly uuid: string
  readonly slug: string
  readonly publishedAt: number
  readonly card: ArticleCard
}

/** A story in the list of changes. */
export type ChangedArticle = Pick<
  HeldArticle,
  'uuid' | 'version' | 'change' | 'state' | 'sha256' | 'slug' | 'changedAt'
>

/**
 * Where the endpoint keeps what it was given: an embedded database here, a server's elsewhere.
 * Throws RedaksiErrors `endpoint.store-busy` and `endpoint.store-full` when a write certainly did not happen; after
 * any other error nobody knows.
 */
export interface EndpointStore {
  read(uuid: string): Promise<HeldArticle | null>
  /** By its present slug or one it had before. */
  readBySlug(slug: string): Promise<HeldArticle | null>
  /**
   * Reads a story, asks what to write, and writes it: one transaction, on disk before the promise is kept. Null writes
   * nothing. What `decide` throws is thrown, and nothing is written. Gives what is held afterwards.
   *
   * The slug asked for gets `-2`, `-3` … when another story has it; each slug a story ever had stays its own.
   */
  change(uuid: string, decide: (held: HeldArticle | null) => ArticleWrite | null): Promise<HeldArticle | null>
  /** What was written after a change, in the order of changes. Each story stands there once, at its last change. */
  listChanges(after: number, limit: number): Promise<readonly ChangedArticle[]>
  /**
   * What readers may see at an instant, the newest first, below a place when one is given; of one category alone when its
   * slug is given.
   */
  listVisible(page: {
    readonly now: number
    readonly below: Place | null
    readonly limit: number
    readonly category?: string | null
  }): Promise<readonly ListedArticle[]>
  /** The categories of what readers may see at an instant, by their names. */
  listCategories(now: number): Promise<readonly Category[]>
  /** Whether a story that readers may see at an instant shows a file. */
  isFileVisible(sha256: string, now: number): Promise<boolean>
  /** Answers when the store can be read. */
  ping(): Promise<void>
  close(): Promise<void>
}
