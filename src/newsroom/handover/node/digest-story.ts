import { createHash } from 'node:crypto'
import { formatCanonicalJson } from '../../../base/canonical-json.ts'
import type { Snapshot } from '../../drafts/index.ts'
import type { Story } from '../../story/index.ts'
import type { Chain } from '../lineage.ts'

/** SHA-256 of a story's canonical JSON, as 64 lower-case hex digits: two that are equal are the same to the letter. */
export function digestStory(story: Story): string {
  return createHash('sha256').update(formatCanonicalJson(story)).digest('hex')
}

/** The chain of kept states. */
export function createChain(snapshots: readonly Pick<Snapshot, 'revision' | 'story'>[]): Chain {
  return snapshots.map(({ revision, story }) => ({ revision, story: digestStory(story) }))
}
