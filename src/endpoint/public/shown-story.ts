import type { HeldArticle } from '../article.ts'
import { cleanArticleBody } from './article-body.ts'
import { createArticleCard, type ArticleCard } from './card.ts'
import type { CleanBody } from './clean-body.ts'

/** What readers see of an article: its body, rebuilt from the allow-list, and what lists show. */
export interface ShownArticle {
  readonly body: CleanBody
  readonly card: ArticleCard
}

/** A held story with what readers see of it. */
export interface ShownStory extends ShownArticle {
  readonly held: HeldArticle
}

/** Prepares a held story to be shown. */
export type ShowStory = (held: HeldArticle) => ShownStory

/** How much rebuilt text is kept, in UTF-16 units: thousands of stories, or the feeds' thirty at their longest. */
const KEPT = 16_000_000

/**
 * Prepares stories and keeps what it prepared, by the article's digest, so that a long story is rebuilt once and not for
 * every reader of a feed. The least recently shown go first.
 */
export function createShowStory(): ShowStory {
  const kept = new Map<string, ShownArticle>()
  let size = 0

  function forgetOldest(): void {
    for (const [sha256, { body }] of kept) {
      if (size <= KEPT) return
      kept.delete(sha256)
      size -= body.html.text.length
    }
  }

  return (held) => {
    const known = kept.get(held.sha256)
    const shown = known ?? showArticle(held)
    kept.delete(held.sha256)
    kept.set(held.sha256, shown)
    if (known === undefined) size += shown.body.html.text.length
    forgetOldest()
    return { held, ...shown }
  }
}

function showArticle({ article }: HeldArticle): ShownArticle {
  const body = cleanArticleBody(article)
  return { body, card: createArticleCard(article, body) }
}
