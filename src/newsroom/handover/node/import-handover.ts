import { toIso } from '../../../base/clock.ts'
import { assertNever } from '../../../base/errors.ts'
import { createUuid } from '../../../base/ids.ts'
import {
  joinElsewhere,
  type Draft,
  type Elsewhere,
  type JoinRequest,
  type KeptDraft,
  type SignOff,
} from '../../drafts/index.ts'
import { placeRevisions } from '../lineage.ts'
import type { HandoverOutcome } from '../view.ts'
import { listNews } from './compare-handover.ts'
import { createChain } from './digest-story.ts'
import type { HandoverServices, OpenHandover, SettleRequest } from './services.ts'

/**
 * Brings an opened file into the library as a person has decided. First the photos, then the attachments, and the draft
 * last: whatever ends it in between, no draft shows what is not there. Fails as `Handovers.settle` does.
 */
export async function importHandover(
  services: HandoverServices,
  open: OpenHandover,
  request: SettleRequest,
): Promise<HandoverOutcome> {
  const { kept } = open.checked
  const news = await listNews(services, kept)
  if (request.choice === 'keep') return keepMine(services, open, news)
  await addFiles(services, open)
  if (request.choice === 'both') return addCopy(services, open, news, request.headline)
  if (request.choice !== 'take') return assertNever(request.choice)
  return open.here === null
    ? addDraft(services, kept, news)
    : takeTheirs(services, open.here, kept, news, request.name)
}

async function addFiles({ photos, attachments }: HandoverServices, { checked }: OpenHandover): Promise<void> {
  for (const { record, path } of checked.photos) {
    const { caption, alt, credit, rights, consent, origin, crop, focus } = record
    const details = { caption, alt, credit, rights, consent, origin, crop, focus }
    await photos.add(record.id, path, { details })
  }
  for (const { record, path } of checked.attachments) await attachments.add(record.id, record.name, path)
}

/** Where the story is public is noted all the same: a warning is no change of the story. */
async function keepMine(
  { library }: HandoverServices,
  { view, here }: OpenHandover,
  news: readonly Elsewhere[],
): Promise<HandoverOutcome> {
  if (here === null) return { kind: 'kept', id: view.id, revision: 0, former: null }
  const { id, revision } = await library.drafts.noteElsewhere(view.id, news)
  return { kind: 'kept', id, revision, former: null }
}

/** An address that another story has here is a person's to settle, and then to sign off anew. */
async function addDraft(
  { library, findFreeSlug }: HandoverServices,
  kept: KeptDraft,
  news: readonly Elsewhere[],
): Promise<HandoverOutcome> {
  const { draft } = kept
  const isFree = (await findFreeSlug(draft.story.slug, draft.id)) === draft.story.slug
  const added = await library.drafts.adopt({
    ...kept,
    draft: {
      ...draft,
      signOff: isFree ? draft.signOff : null,
      trashedAt: null,
      elsewhere: orNothing(joinElsewhere([], news)),
    },
  })
  return { kind: 'added', id: added.id, revision: added.revision, former: null }
}

async function takeTheirs(
  { library, clock, findFreeSlug }: HandoverServices,
  here: KeptDraft,
  theirs: KeptDraft,
  news: readonly Elsewhere[],
  name: string,
): Promise<HandoverOutcome> {
  const { id, revision } = here.draft
  // More of its past may have been kept since it was looked at.
  const join = createJoin(await library.drafts.readKept(id), theirs, news)
  const { slug } = theirs.draft.story
  const isFree = (await findFreeSlug(slug, id)) === slug
  const head = isFree ? join.head : { ...join.head, signOff: null }
  const given = name === '' ? [] : [{ revision, name, at: toIso(clock.now()) }]
  const names = [...join.names, ...given]
  const taken = await library.drafts.join(id, { ...join, head, baseRevision: revision, names })
  return { kind: 'taken', id, revision: taken.revision, former: revision }
}

function createJoin(
  mine: KeptDraft,
  theirs: KeptDraft,
  news: readonly Elsewhere[],
): Omit<JoinRequest, 'baseRevision'> {
  const chain = createChain(mine.snapshots)
  const placed = placeRevisions(chain, createChain(theirs.snapshots))
  const place = (revision: number): number => placed.get(revision) ?? revision
  const there = new Set(chain.map(({ revision }) => revision))
  const { draft } = theirs
  const head = place(draft.revision)
  return {
    head: {
      revision: head,
      updatedAt: draft.updatedAt,
      story: draft.story,
      signOff: placeSignOff(draft.signOff, place) ?? mine.draft.signOff,
      inReview: draft.inReview === draft.revision ? head : mine.draft.inReview,
      elsewhere: orNothing(joinElsewhere(mine.draft.elsewhere ?? [], news)),
    },
    snapshots: theirs.snapshots
      .map((snapshot) => ({ ...snapshot, revision: place(snapshot.revision) }))
      .filter(({ revision }) => !there.has(revision)),
    names: theirs.names.map((each) => ({ ...each, revision: place(each.revision) })),
  }
}

function placeSignOff(signOff: SignOff | null, place: (revision: number) => number): SignOff | null {
  return signOff === null ? null : { ...signOff, revision: place(signOff.revision) }
}

/**
 * Theirs as another draft: another id and another address, so that it is not taken for the first. What is public of the
 * first is told of it too, or the same story might go out twice.
 */
async function addCopy(
  { library, random, findFreeSlug, readOwn }: HandoverServices,
  { checked: { kept }, here, view }: OpenHandover,
  news: readonly Elsewhere[],
  headline: string,
): Promise<HandoverOutcome> {
  const { draft, snapshots } = kept
  const own = await readOwn(view.id)
  const known = joinElsewhere(here?.draft.elsewhere ?? [], own === null ? news : [...news, own])
  const story = { ...draft.story, headline, slug: await findFreeSlug(draft.story.slug) }
  const revision = draft.revision + 1
  const last = snapshots.at(-1)
  const copy: Draft = {
    ...draft,
    ...{ id: createUuid(random), revision, story, elsewhere: orNothing(known) },
    ...{ signOff: null, inReview: null, source: null, trashedAt: null },
  }
  const added = await library.drafts.adopt({
    draft: copy,
    snapshots:
      last === undefined ? snapshots : [...snapshots, { ...last, revision, story, reason: 'handover' }],
    names: kept.names,
  })
  return { kind: 'copied', id: added.id, revision, former: null }
}

function orNothing(elsewhere: readonly Elsewhere[]): readonly Elsewhere[] | undefined {
  return elsewhere.length === 0 ? undefined : elsewhere
}
