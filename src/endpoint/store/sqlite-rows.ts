import type { SQLOutputValue } from 'node:sqlite'
import { z } from 'zod'
import { parseNinjsArticle } from '../../newsroom/formats/index.ts'
import type { HeldArticle } from '../article.ts'
import { parseArticleCard } from '../../newsroom/public-page/index.ts'
import type { ChangedArticle, ListedArticle } from './store.ts'

/** The counter that a write got. */
export const changeRow = z.object({ change: z.int() })
/** A place's first part. */
export const positionRow = z.object({ position: z.int() })
/** A place. */
export const placeRow = z.object({ position: z.int(), sequence: z.int() })
const changedRow = changeRow.extend({
  uuid: z.string(),
  version: z.string(),
  state: z.enum(['public', 'withdrawn']),
  sha256: z.string(),
  slug: z.string(),
  changed_at: z.int(),
})
const heldRow = changedRow.extend({
  article: z.string(),
  published_at: z.int(),
  updated_at: z.int(),
  reason: z.string().nullable(),
})
const listedRow = placeRow.extend({
  uuid: z.string(),
  slug: z.string(),
  card: z.string(),
  published_at: z.int(),
})

type Row = Record<string, SQLOutputValue>

/** Reads a row of the list of changes. */
export function toChanged(row: Row): ChangedArticle {
  const { changed_at: changedAt, ...rest } = changedRow.parse(row)
  return { ...rest, changedAt }
}

/** Reads a held story; null when there is no row. What is stored is read as strictly as what is sent. */
export function toHeld(row: Row | undefined): HeldArticle | null {
  if (row === undefined) return null
  const { article, published_at: publishedAt, updated_at: updatedAt, reason } = heldRow.parse(row)
  return {
    ...toChanged(row),
    article: parseNinjsArticle(JSON.parse(article)),
    publishedAt,
    updatedAt,
    reason,
  }
}

/** Reads a row of a list for readers. */
export function toListed(row: Row): ListedArticle {
  const { card, published_at: publishedAt, ...rest } = listedRow.parse(row)
  return { ...rest, publishedAt, card: parseArticleCard(JSON.parse(card)) }
}
