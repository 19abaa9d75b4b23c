import type { HeldArticle } from '../article.ts'
import {
  cleanArticleBody,
  createArticleCard,
  listArticlePhotos,
  type HeldPhoto,
  type ShownArticle,
} from '../../newsroom/public-page/index.ts'
import type { PhotoShelf } from '../photos/photo-shelf.ts'

/** A held story with what readers see of it. */
export interface ShownStory extends ShownArticle {
  readonly held: HeldArticle
}

/** Prepares a held story to be shown. */
export type ShowStory = (held: HeldArticle) => Promise<ShownStory>

/** How much rebuilt text is kept, in UTF-16 units: thousands of stories, or the feeds' thirty at their longest. */
const KEPT = 16_000_000

/**
 * Prepares stories and keeps what it prepared, by the article's digest, so that a long story is rebuilt once and not for
 * every reader of a feed. The least recently shown go first.
 */
export function createShowStory(photos: Pick<PhotoShelf, 'find'>): ShowStory {
  const kept = new Map<string, ShownArticle>()
  let size = 0

  function forgetOldest(): void {
    for (const [sha256, { body }] of kept) {
      if (size <= KEPT) return
      kept.delete(sha256)
      size -= body.html.text.length
    }
  }

  return async (held) => {
    const known = kept.get(held.sha256)
    const shown = known ?? (await showArticle(held, photos))
    const before = kept.get(held.sha256)
    kept.delete(held.sha256)
    kept.set(held.sha256, shown)
    size += shown.body.html.text.length - (before?.body.html.text.length ?? 0)
    forgetOldest()
    return { held, ...shown }
  }
}

async function showArticle(
  { article }: HeldArticle,
  photos: Pick<PhotoShelf, 'find'>,
): Promise<ShownArticle> {
  const held = new Map<string, HeldPhoto>()
  for (const { uri } of article.associations ?? []) {
    const photo = await photos.find(uri.slice('urn:sha256:'.length))
    if (photo !== null) held.set(photo.sha256, photo)
  }
  const body = cleanArticleBody(article, held)
  return { body, card: createArticleCard(article, body, listArticlePhotos(article, held)) }
}
