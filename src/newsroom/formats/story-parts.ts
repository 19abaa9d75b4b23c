import { isBlockId, type BlockId } from '../story/index.ts'

/**
 * What a Word file carries unseen, so that it finds its way back: a bookmark around each part of the story, named for
 * it, and properties of the file. Word and LibreOffice keep both through any edit.
 */
export const FILE_PROPERTIES = {
  draft: 'RedaksiDraft',
  revision: 'RedaksiRevision',
} as const

const PREFIX = 'redaksi_'
/** A part of a story that an editor changes by itself. */
export type StoryPart = 'headline' | 'dateline' | 'credit' | BlockId

/** The name of a part's bookmark: letters, digits and underscores, 40 at most, as Word asks. */
export function formatBookmark(part: StoryPart): string {
  return `${PREFIX}${part}`
}

/** The part that a bookmark names, or null when it is none of ours. */
export function parseBookmark(name: string): StoryPart | null {
  if (!name.startsWith(PREFIX)) return null
  const part = name.slice(PREFIX.length)
  if (part === 'headline' || part === 'dateline' || part === 'credit') return part
  return isBlockId(part) ? part : null
}
