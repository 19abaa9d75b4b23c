import type { KeptDraft } from '../drafts/index.ts'
import { listPhotoBlocks } from '../photos/index.ts'
import type { Story } from '../story/index.ts'

/** The digests of the photos and attachments that a draft shows, or showed in a kept state, each once, in a steady order. */
export function listFiles({ draft, snapshots }: Pick<KeptDraft, 'draft' | 'snapshots'>): {
  readonly photos: readonly string[]
  readonly attachments: readonly string[]
} {
  const stories: readonly Story[] = [draft.story, ...snapshots.map(({ story }) => story)]
  const photos = stories.flatMap((story) => listPhotoBlocks(story).map(({ photo }) => photo))
  const attachments = stories.flatMap((story) => (story.attachments ?? []).map(({ file }) => file))
  return { photos: [...new Set(photos)].sort(), attachments: [...new Set(attachments)].sort() }
}
