import { readFile } from 'node:fs/promises'
import { isRedaksiError, RedaksiError } from '../../../base/errors.ts'
import { openSeal } from '../../../base/node/seal.ts'
import { parseAttachmentRecord, type AttachmentRecord } from '../../attachments/index.ts'
import type { AttachmentStore } from '../../attachments/node/index.ts'
import {
  DRAFT_SCHEMA,
  parseDraft,
  parseRevisionNames,
  parseSnapshot,
  SNAPSHOT_SCHEMA,
  type KeptDraft,
  type Snapshot,
} from '../../drafts/index.ts'
import { parsePhotoRecord, type PhotoRecord } from '../../photos/index.ts'
import type { PhotoStore } from '../../photos/node/index.ts'
import type { HandoverErrorCode } from '../contract.ts'
import { listFiles } from '../list-files.ts'
import { HANDOVER_FORMAT, parseHandoverManifest, type HandoverManifest } from '../manifest.ts'
import type { HandoverMember } from '../members.ts'
import { digestStory } from './digest-story.ts'
import type { StagedMember } from './read-handover.ts'

/** A file that goes with the draft, where it lies for the time being. */
export interface StagedFile<Record> {
  readonly record: Record
  readonly path: string
}

/** A hand-over file that is what it says. */
export interface CheckedHandover {
  readonly manifest: HandoverManifest
  readonly kept: KeptDraft
  readonly photos: readonly StagedFile<PhotoRecord>[]
  readonly attachments: readonly StagedFile<AttachmentRecord>[]
}

/** Who can tell whether a file is a picture, or a PDF. */
export interface FileChecks {
  readonly photos: Pick<PhotoStore, 'check'>
  readonly attachments: Pick<AttachmentStore, 'check'>
}

/**
 * Reads what was unpacked, and believes none of it: every text is parsed, every state must be the one that the manifest
 * names, every photo is decoded, and what no state of the story shows is refused.
 * Fails with `handover.damaged`, `handover.newer`, `handover.unsafe`, `handover.photo-refused` or
 * `handover.attachment-refused`, or the signal's reason.
 */
export async function checkHandover(
  staged: readonly StagedMember[],
  name: string,
  { photos, attachments }: FileChecks,
  signal?: AbortSignal,
): Promise<CheckedHandover> {
  const texts = createReader(staged, name)
  const manifest = await texts.require({ kind: 'manifest' }, parseHandoverManifest)
  const kept = await readKept(texts, manifest, name)
  const records = { photos: await texts.readPhotos(), attachments: await texts.readAttachments() }
  const shown = listFiles(kept)
  const stranger =
    records.photos.find(({ record }) => !shown.photos.includes(record.id)) ??
    records.attachments.find(({ record }) => !shown.attachments.includes(record.id))
  if (stranger !== undefined) throw fail('handover.unsafe', { name, entry: stranger.record.id })
  for (const [i, { record, path }] of records.photos.entries()) {
    signal?.throwIfAborted()
    await photos.check(record.id, path, signal === undefined ? {} : { signal }).catch((error: unknown) => {
      throw refuseFile(error, 'handover.photo-refused', name, i)
    })
  }
  for (const [i, { record, path }] of records.attachments.entries())
    await attachments.check(record.id, path).catch((error: unknown) => {
      throw refuseFile(error, 'handover.attachment-refused', name, i)
    })
  return { manifest, kept, ...records }
}

type Reader = ReturnType<typeof createReader>

async function readKept(texts: Reader, manifest: HandoverManifest, name: string): Promise<KeptDraft> {
  const draft = await texts.require({ kind: 'draft' }, (value) => parseDraft(unseal(value)))
  const snapshots = await texts.readSnapshots()
  const names = await texts.require({ kind: 'names' }, parseRevisionNames)
  const last = snapshots.at(-1)
  const isWhole =
    draft.id === manifest.draft &&
    draft.revision === manifest.revision &&
    last?.revision === draft.revision &&
    digestStory(draft.story) === manifest.chain.at(-1)?.story &&
    snapshots.length === manifest.chain.length &&
    snapshots.every(({ revision, story }, i) => {
      const link = manifest.chain[i]
      return link?.revision === revision && link.story === digestStory(story)
    })
  if (!isWhole) throw fail('handover.damaged', { name, reason: 'chain' })
  const revisions = new Set(snapshots.map(({ revision }) => revision))
  const given = names.names.filter(({ revision }) => revisions.has(revision))
  const { signOff } = draft
  const isSigned = signOff !== null && revisions.has(signOff.revision)
  return { draft: isSigned ? draft : { ...draft, signOff: null }, snapshots, names: given }
}

/** Reads entries as what they should be; anything else is damage. */
function createReader(staged: readonly StagedMember[], name: string) {
  const pick = (kind: HandoverMember['kind']) => staged.filter(({ member }) => member.kind === kind)

  async function read<T>({ path }: StagedMember, parse: (value: unknown) => T): Promise<T> {
    const bytes = await readFile(path)
    try {
      return parse(JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)))
    } catch (error) {
      throw isRedaksiError(error) ? error : fail('handover.damaged', { name, reason: path.slice(-60) }, error)
    }
  }

  /** The record beside each file, which must be of that file. */
  async function readFiles<T extends { readonly id: string }>(
    kinds: readonly ['photo' | 'attachment', 'photo-record' | 'attachment-record'],
    parse: (value: unknown) => T,
    isOf: (record: T, member: HandoverMember) => boolean,
  ): Promise<readonly StagedFile<T>[]> {
    const files = pick(kinds[0])
    const records = pick(kinds[1])
    if (files.length !== records.length) throw fail('handover.damaged', { name, reason: kinds[1] })
    const found: StagedFile<T>[] = []
    for (const entry of records) {
      const record = await read(entry, parse)
      const file = files.find(({ member }) => 'id' in member && member.id === record.id)
      if (file === undefined || file.sha256 !== record.id || !isOf(record, file.member))
        throw fail('handover.damaged', { name, reason: kinds[0] })
      found.push({ record, path: file.path })
    }
    if (new Set(found.map(({ path }) => path)).size !== files.length)
      throw fail('handover.damaged', { name, reason: kinds[0] })
    return found
  }

  return {
    async require<T>({ kind }: HandoverMember, parse: (value: unknown) => T): Promise<T> {
      const [entry] = pick(kind)
      if (entry === undefined) throw fail('handover.damaged', { name, reason: `missing: ${kind}` })
      return read(entry, (value) => parse(refuseNewer(value, kind, name)))
    },
    async readSnapshots(): Promise<readonly Snapshot[]> {
      const snapshots: Snapshot[] = []
      for (const entry of pick('snapshot')) {
        const parse = (value: unknown) => parseSnapshot(unseal(refuseNewer(value, 'snapshot', name)))
        snapshots.push(await read(entry, parse))
      }
      return snapshots.sort((a, b) => a.revision - b.revision)
    },
    readPhotos: () =>
      readFiles(
        ['photo', 'photo-record'],
        parsePhotoRecord,
        (record, member) => member.kind === 'photo' && member.type === record.type,
      ),
    readAttachments: () => readFiles(['attachment', 'attachment-record'], parseAttachmentRecord, () => true),
  }
}

/** A text of a later Redaksi is told from a damaged one. */
function refuseNewer(value: unknown, kind: HandoverMember['kind'], name: string): unknown {
  const schema: unknown =
    typeof value === 'object' && value !== null && 'schema' in value ? value.schema : null
  const supported = kind === 'draft' ? DRAFT_SCHEMA : kind === 'snapshot' ? SNAPSHOT_SCHEMA : HANDOVER_FORMAT
  if (typeof schema === 'number' && schema > supported)
    throw fail('handover.newer', { name, format: schema, supported })
  return value
}

function unseal(value: unknown): unknown {
  const { document, state } = openSeal(value)
  if (state === 'broken') throw new TypeError('the seal is broken')
  return document
}

/** What is this machine's own, or the person's will, is said as it is. */
function refuseFile(error: unknown, code: HandoverErrorCode, name: string, index: number): unknown {
  const isOfFile = isRedaksiError(error) && /^(photos|attachments)\./.test(error.code)
  return isOfFile ? fail(code, { name, place: index + 1 }, error) : error
}

function fail(
  code: HandoverErrorCode,
  details: Readonly<Record<string, string | number>>,
  cause?: unknown,
): RedaksiError<HandoverErrorCode> {
  return new RedaksiError(code, details, cause)
}
