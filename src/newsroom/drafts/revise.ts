import { RedaksiError } from '../../base/errors.ts'
import { isSameJson } from '../../base/same-json.ts'
import { parseStory, type Story } from '../story/index.ts'
import type { DraftsErrorCode } from './contract.ts'
import { DRAFT_SCHEMA, type Draft, type SignOff, type Source } from './draft.ts'
import { wouldEmpty } from './empty.ts'

/** What a new draft is made of. `at` is an ISO instant. */
export interface FirstDraft {
  readonly id: string
  readonly order: number
  readonly at: string
  readonly story: Story
  readonly source: Source | null
  readonly template?: string
}

/** The first revision of a draft. A story that could not be read back throws zod's error: it is a bug. */
export function createFirstDraft({ id, order, at, story, source, template }: FirstDraft): Draft {
  return {
    schema: DRAFT_SCHEMA,
    id,
    revision: 1,
    order,
    createdAt: at,
    updatedAt: at,
    story: parseStory(story),
    signOff: null,
    inReview: null,
    trashedAt: null,
    source,
    ...(template === undefined ? {} : { template }),
  }
}

/**
 * Makes sure that a text was edited from the head and does not wipe it out unasked.
 * Fails with `drafts.conflict` {id, baseRevision, revision} or `drafts.would-empty` {id}.
 */
export function checkSave(
  head: Draft,
  { baseRevision, story, allowEmpty = false }: { baseRevision: number; story: Story; allowEmpty?: boolean },
): void {
  checkBase(head, baseRevision)
  if (!allowEmpty && wouldEmpty(head.story, story)) {
    throw new RedaksiError<DraftsErrorCode>('drafts.would-empty', { id: head.id })
  }
}

/** What a save is stamped with. `revision` is above the head's and above all that were ever kept. `at` is an ISO instant. */
export interface SaveStamp {
  readonly revision: number
  readonly order: number
  readonly at: string
}

/**
 * The next revision of a draft, with a new story that comes from `adoptStory`. An earlier sign-off stays on record; it
 * holds for its revision alone.
 */
export function reviseDraft(head: Draft, story: Story, { revision, order, at }: SaveStamp): Draft {
  return { ...head, revision, order, updatedAt: at, story }
}

/** Whether two stories are the same to the letter. */
export function isSameStory(a: Story, b: Story): boolean {
  return isSameJson(a, b)
}

/** Who signs off, which revision (without it, the head), and the digest of what is known of its photos. */
export interface SignOffRequest extends Pick<SignOff, 'by' | 'photos'> {
  readonly revision?: number
}

/** The head, signed off. With `revision`, only when that is the head: `drafts.conflict` otherwise. */
export function signHeadOff(
  head: Draft,
  { by, revision = head.revision, photos }: SignOffRequest,
  at: string,
): Draft {
  checkBase(head, revision)
  return { ...head, signOff: { revision, by, at, ...(photos === undefined ? {} : { photos }) } }
}

/** Fails with `drafts.conflict` {id, baseRevision, revision} when the base is not the head. */
export function checkBase(head: Draft, baseRevision: number): void {
  if (baseRevision === head.revision) return
  const details = { id: head.id, baseRevision, revision: head.revision }
  throw new RedaksiError<DraftsErrorCode>('drafts.conflict', details)
}
