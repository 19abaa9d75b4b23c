import { getAssociationDigest, listNinjsAttachments, listNinjsPhotos } from '../../newsroom/formats/index.ts'
import type { HeldArticle } from '../article.ts'
import {
  cleanArticleBody,
  createArticleCard,
  listArticleAttachments,
  listArticlePhotos,
  type ShownArticle,
} from '../../newsroom/public-page/index.ts'
import type { AttachmentShelf } from '../attachments/attachment-shelf.ts'
import type { PhotoShelf } from '../photos/photo-shelf.ts'

/** A held story with what readers see of it. */
export interface ShownStory extends ShownArticle {
  readonly held: HeldArticle
}

/** Prepares a held story to be shown. */
export type ShowStory = (held: HeldArticle) => Promise<ShownStory>

/** Where its files are held. */
interface Shelves {
  readonly photos: Pick<PhotoShelf, 'find'>
  readonly attachments: Pick<AttachmentShelf, 'find'>
}

/** How much rebuilt text is kept, in UTF-16 units: thousands of stories, or the feeds' thirty at their longest. */
const KEPT = 16_000_000

/**
 * Prepares stories and keeps what it prepared, by the article's digest, so that a long story is rebuilt once and not for
 * every reader of a feed. The least recently shown go first.
 */
export function createShowStory(shelves: Shelves): ShowStory {
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
    const shown = known ?? (await showArticle(held, shelves))
    const before = kept.get(held.sha256)
    kept.delete(held.sha256)
    kept.set(held.sha256, shown)
    size += shown.body.html.text.length - (before?.body.html.text.length ?? 0)
    forgetOldest()
    return { held, ...shown }
  }
}

async function showArticle({ article }: HeldArticle, shelves: Shelves): Promise<ShownArticle> {
  const photos = await findHeld(shelves.photos, listNinjsPhotos(article))
  const attachments = await findHeld(shelves.attachments, listNinjsAttachments(article))
  const body = cleanArticleBody(article, photos)
  return {
    body,
    attachments: listArticleAttachments(article, attachments),
    card: createArticleCard(article, body, listArticlePhotos(article, photos)),
  }
}

/** What is held of an article's files: one that is gone is left out, and the rest is shown. */
async function findHeld<Held>(
  shelf: { find(sha256: string): Promise<Held | null> },
  associations: readonly { readonly uri: string }[],
): Promise<ReadonlyMap<string, Held>> {
  const held = new Map<string, Held>()
  for (const sha256 of associations.map(getAssociationDigest)) {
    const file = await shelf.find(sha256)
    if (file !== null) held.set(sha256, file)
  }
  return held
}
