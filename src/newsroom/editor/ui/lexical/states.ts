import { createState } from 'lexical'
import type { CreditLine, Dateline, Story } from '../../../story/index.ts'

/**
 * What Lexical's nodes carry for us beside their text. Node state is written and read by this program alone, never
 * parsed from JSON: pasted nodes go through our own clipboard form. So `parse` only gives the default.
 */

/** A block's id. A copy of a block is another block, so it starts without one. */
export const blockIdState = createState('id', { parse: () => '', resetOnCopyNode: true })

/** The headline, on the root: one history covers it and the text. */
export const headlineState = createState('headline', { parse: () => '' })

/** The dateline, on the root. */
export const datelineState = createState('dateline', { parse: (): Dateline | null => null })

/** The credit line, on the root. */
export const creditState = createState('credit', { parse: (): CreditLine | null => null })

/** The SHA-256 of a photo block's picture. */
export const photoState = createState('photo', { parse: () => '' })

/** The alternative text of a photo block. */
export const altState = createState('alt', { parse: () => '' })

/** Text formats of a line break as Lexical's bits, or -1 for those that both its neighbours have. */
export const breakFormatState = createState('format', { parse: () => -1 })

/** What a story says beside its text. */
export type StoryDetails = Pick<Story, 'event' | 'slug' | 'excerpt' | 'tags' | 'categories' | 'attachments'>

export const NO_DETAILS: StoryDetails = { event: null, slug: '', excerpt: '', tags: [] }

/** The details of a story. A list that is empty is left out, as stories leave it out. */
export function pickDetails(story: StoryDetails): StoryDetails {
  const { event, slug, excerpt, tags, categories = [], attachments = [] } = story
  return {
    ...{ event, slug, excerpt, tags },
    ...(categories.length === 0 ? {} : { categories }),
    ...(attachments.length === 0 ? {} : { attachments }),
  }
}

/** The details, on the root: the one history covers them too. */
export const detailsState = createState('details', { parse: (): StoryDetails => NO_DETAILS })
