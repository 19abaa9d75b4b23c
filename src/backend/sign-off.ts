import { createHash } from 'node:crypto'
import { formatCanonicalJson } from '../base/canonical-json.ts'
import { getReviewState, type Draft } from '../newsroom/drafts/index.ts'
import { listPhotoBlocks } from '../newsroom/photos/index.ts'
import type { Story } from '../newsroom/story/index.ts'
import type { Newsroom } from './newsroom.ts'

/**
 * What a sign-off is of. It promises the editor that nothing leaves but what was approved: the text of one revision, and
 * its photos as they were described then. What is said of a photo is kept beside the story and may change without a new
 * revision, so a sign-off names its digest, and counts only while that is the same.
 */

/** The digest of what leaves with a story's photos beside its own words; undefined when it has none. */
export async function digestPhotos(
  { photos }: Pick<Newsroom, 'photos'>,
  story: Pick<Story, 'blocks'>,
): Promise<string | undefined> {
  const ids = listPhotoBlocks(story).map((block) => block.photo)
  if (ids.length === 0) return undefined
  const records = new Map((await photos.list(ids)).map((record) => [record.id, record]))
  const said = ids.map((id) => {
    const record = records.get(id)
    if (record === undefined) return { id }
    const { credit, rights, origin, crop, focus } = record
    return { id, credit, rights, origin, crop, focus }
  })
  return createHash('sha256').update(formatCanonicalJson(said)).digest('hex')
}

/** A draft as it counts: without a sign-off of photos that are described otherwise now. */
export async function withSignOffThatCounts(
  newsroom: Pick<Newsroom, 'photos'>,
  draft: Draft,
): Promise<Draft> {
  const { signOff, story } = draft
  if (signOff === null || getReviewState(draft) !== 'approved') return draft
  return signOff.photos === (await digestPhotos(newsroom, story)) ? draft : { ...draft, signOff: null }
}

/** Approved stories that are looked through when something else is said of a photo; those published are judged when read. */
const LOOKED_AT = 500

/** Takes the sign-off from every approved story whose photo is described otherwise now, and answers with those stories. */
export async function lapseSignOffs(newsroom: Newsroom, photo: string): Promise<readonly Draft[]> {
  const { drafts } = newsroom.library
  const lapsed: Draft[] = []
  for (const { id } of (await drafts.list({ status: 'approved', limit: LOOKED_AT })).drafts) {
    const draft = await drafts.read(id)
    if (!listPhotoBlocks(draft.story).some((block) => block.photo === photo)) continue
    if ((await withSignOffThatCounts(newsroom, draft)) !== draft) lapsed.push(await drafts.dropSignOff(id))
  }
  return lapsed
}
