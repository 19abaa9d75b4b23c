import { RedaksiError } from '../base/errors.ts'
import { getReviewState, listOpenElsewhere, type Draft } from '../newsroom/drafts/index.ts'
import { formatNinjs, type NinjsArticle } from '../newsroom/formats/index.ts'
import { findBlanks, formatBlank } from '../newsroom/house/index.ts'
import type { EntrySummary } from '../newsroom/publish/index.ts'
import { getBlockText, type Story } from '../newsroom/story/index.ts'
import type { BackendErrorCode } from './contract.ts'
import { findFreeSlug } from './free-slug.ts'
import type { Newsroom } from './newsroom.ts'
import { checkSample } from './samples.ts'
import { digestPhotos, withSignOffThatCounts } from './sign-off.ts'
import { noteQuietly } from './start-draft.ts'
import { checkAttachments } from './story-attachments.ts'
import { checkPhotos, makeCopies } from './story-photos.ts'

/**
 * What an editor does with a draft. It promises the office that nothing is published by mistake: only a story that has
 * a headline and a text, with every blank filled and photos that are fit to leave, is signed off, and only what is signed
 * off is sent.
 */

/**
 * Signs off the head revision. Fails with `desk.nothing-to-approve`, `desk.blanks-left`, `desk.slug-taken`, or with what
 * its photos or attachments lack.
 */
export async function approveDraft(newsroom: Newsroom, id: string, by: string): Promise<Draft> {
  const { library } = newsroom
  const { story, revision } = await library.drafts.read(id)
  if (story.headline === '' || story.blocks.every((block) => getBlockText(block) === '')) {
    throw new RedaksiError<BackendErrorCode>('desk.nothing-to-approve', { id })
  }
  checkFilled(id, story)
  await checkSlug(newsroom, id, story)
  await checkPhotos(newsroom, story)
  await checkAttachments(newsroom, story)
  const signed = await library.drafts.signOff(id, {
    by,
    revision,
    photos: await digestPhotos(newsroom, story),
  })
  const { dateline, credit } = story
  await noteQuietly(newsroom, {
    ...(dateline === null ? {} : { dateline }),
    ...(credit === null ? {} : { credit }),
  })
  return signed
}

/** Fails with `desk.slug-taken` {id, slug, free} while another draft has this address. */
async function checkSlug({ library }: Newsroom, id: string, { slug }: Story): Promise<void> {
  if (!(await library.drafts.isSlugTaken(slug, id))) return
  const free = await findFreeSlug(library.drafts, slug, id)
  throw new RedaksiError<BackendErrorCode>('desk.slug-taken', { id, slug, free })
}

/** Fails with `desk.blanks-left` {id, count, first} while a blank of a template is left. */
function checkFilled(id: string, story: Story): void {
  const blanks = findBlanks(story)
  const [first] = blanks
  if (first === undefined) return
  throw new RedaksiError<BackendErrorCode>('desk.blanks-left', {
    id,
    count: blanks.length,
    first: formatBlank(first),
  })
}

/** Queues the approved revision for the named targets, or for all. Asked again, it returns the same entries. */
export async function publishDraft(
  newsroom: Newsroom,
  id: string,
  names: readonly string[],
): Promise<readonly EntrySummary[]> {
  const draft = await withSignOffThatCounts(newsroom, await newsroom.library.drafts.read(id))
  if (getReviewState(draft) !== 'approved')
    throw new RedaksiError<BackendErrorCode>('desk.not-approved', { id })
  checkElsewhere(draft)
  // A sign-off may also come from elsewhere, with a packet that was reviewed.
  checkFilled(id, draft.story)
  await checkPhotos(newsroom, draft.story)
  const targets = await chooseTargets(newsroom, names)
  await checkSample(newsroom, draft, targets)
  await newsroom.library.drafts.keepSnapshot(id, 'publish')
  return newsroom.publisher.enqueue({
    kind: 'publish',
    draft: id,
    article: await createArticle(newsroom, draft),
    targets,
  })
}

/** A story that another library has published, or is about to, does not go out a second time by mistake. */
function checkElsewhere(draft: Draft): void {
  const { id, elsewhere } = draft
  const open = listOpenElsewhere(elsewhere)
  if (open.length === 0) return
  const desks = [...new Set(open.map(({ desk }) => desk))]
  throw new RedaksiError<BackendErrorCode>('desk.public-elsewhere', { id, desk: desks.join(', ') })
}

/** Queues a withdrawal to every target that holds the story or may hold it. Fails with `desk.not-published`. */
export async function withdrawDraft(
  newsroom: Newsroom,
  id: string,
  reason: string,
): Promise<readonly EntrySummary[]> {
  const entries = await newsroom.publisher.withdraw({ draft: id, reason })
  if (entries.length === 0) throw new RedaksiError<BackendErrorCode>('desk.not-published', { id })
  return entries
}

async function createArticle(newsroom: Newsroom, draft: Draft): Promise<NinjsArticle> {
  const { id, revision, createdAt, updatedAt, story } = draft
  const photos = await makeCopies(newsroom, story)
  const attachments = await checkAttachments(newsroom, story)
  const { house } = newsroom
  return formatNinjs(story, { house, id, revision, createdAt, updatedAt, photos, attachments })
}

async function chooseTargets({ targets }: Newsroom, names: readonly string[]): Promise<readonly string[]> {
  const known = (await targets.list()).map((target) => target.name)
  if (known.length === 0) throw new RedaksiError<BackendErrorCode>('desk.no-targets')
  const stranger = names.find((name) => !known.includes(name))
  if (stranger !== undefined) {
    throw new RedaksiError<BackendErrorCode>('desk.no-such-target', {
      name: stranger,
      known: known.join(', '),
    })
  }
  return names.length === 0 ? known : names
}
