import { encodeJson } from '../../../base/node/json-file.ts'
import { encodeSealed } from '../../../base/node/seal.ts'
import type { AttachmentStore } from '../../attachments/node/index.ts'
import { joinElsewhere, type Elsewhere, type KeptDraft } from '../../drafts/index.ts'
import { writeArchive, type ArchivedFile } from '../../drafts/node/index.ts'
import type { PhotoStore } from '../../photos/node/index.ts'
import { listFiles } from '../list-files.ts'
import { HANDOVER_FORMAT, HANDOVER_TYPE, type HandoverManifest, type HandoverSender } from '../manifest.ts'
import { HANDOVER_PREFIX, nameMember, type HandoverMember } from '../members.ts'
import { createChain } from './digest-story.ts'

/** What goes into a hand-over file. */
export interface HandoverContent {
  readonly kept: KeptDraft
  readonly from: HandoverSender
  readonly release: string
  /** What this library's own ledger and outbox say of the story; null when it never went anywhere. */
  readonly own: Elsewhere | null
}

/** Where the bytes come from. */
export interface HandoverSources {
  readonly photos: Pick<PhotoStore, 'list' | 'readOriginal'>
  readonly attachments: Pick<AttachmentStore, 'list' | 'read'>
}

export interface WriteHandoverOptions {
  readonly signal?: AbortSignal | undefined
  /** Hears how many entries are written. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

/**
 * Writes a draft with its past, its photos as they came, and its attachments into one file. The same draft gives the same
 * bytes. It is read back and compared before it takes its name. A photo of which the library knows nothing is left out.
 * Fails with `photos.original-damaged`, `attachments.file-missing`, the signal's reason, and as `writeArchive` does; then
 * nothing of it is left.
 */
export async function exportHandover(
  path: string,
  content: HandoverContent,
  sources: HandoverSources,
  { signal, onProgress }: WriteHandoverOptions = {},
): Promise<void> {
  const { draft, snapshots } = content.kept
  const files = listFiles(content.kept)
  const photos = await sources.photos.list(files.photos)
  const attachments = await sources.attachments.list(files.attachments)
  const total = 3 + snapshots.length + 2 * (photos.length + attachments.length)

  async function* listEntries(): AsyncGenerator<ArchivedFile> {
    yield entry({ kind: 'manifest' }, encodeJson(createManifest(content)))
    yield entry({ kind: 'draft' }, encodeSealed(prepareDraft(content)))
    for (const snapshot of snapshots)
      yield entry({ kind: 'snapshot', revision: snapshot.revision }, encodeSealed(snapshot))
    yield entry({ kind: 'names' }, encodeJson({ schema: 1, names: content.kept.names }))
    for (const record of photos) {
      const { id, type } = record
      yield entry({ kind: 'photo-record', id }, encodeJson(record))
      yield entry({ kind: 'photo', id, type }, await sources.photos.readOriginal(id))
    }
    for (const record of attachments) {
      yield entry({ kind: 'attachment-record', id: record.id }, encodeJson(record))
      yield entry({ kind: 'attachment', id: record.id }, await sources.attachments.read(record.id))
    }
  }

  await writeArchive(path, listEntries(), {
    ...{ prefix: HANDOVER_PREFIX, createdAt: draft.updatedAt, signal },
    onFile: (done) => onProgress?.(done, total),
  })
}

function entry(member: HandoverMember, bytes: Uint8Array): ArchivedFile {
  return { path: nameMember(member), bytes }
}

function createManifest({ kept: { draft, snapshots }, from, release }: HandoverContent): HandoverManifest {
  return {
    ...{ kind: HANDOVER_TYPE, format: HANDOVER_FORMAT },
    ...{ draft: draft.id, revision: draft.revision, chain: createChain(snapshots), from, release },
  }
}

/** What is this library's own stays here: the draft's place in the list, and whether it lies in the trash. */
function prepareDraft({ kept: { draft }, own }: HandoverContent): KeptDraft['draft'] {
  const elsewhere = joinElsewhere(draft.elsewhere ?? [], own === null ? [] : [own])
  return {
    ...draft,
    ...{ order: 0, trashedAt: null },
    elsewhere: elsewhere.length === 0 ? undefined : elsewhere,
  }
}
