import { isRedaksiError, RedaksiError } from '../../../base/errors.ts'
import type { FileSignature, FileSystem } from '../../../base/node/file-system.ts'
import { createJsonFile, getPreviousPath, type JsonFile } from '../../../base/node/json-file.ts'
import { toReadError } from '../../../base/node/failures.ts'
import type { DraftsErrorCode } from '../contract.ts'
import type { Draft } from '../draft.ts'
import { encodeDraft } from './encode-draft.ts'
import { parseHead, type Head } from './head.ts'
import { isDraftId, type LibraryLayout } from './layout.ts'

/** The draft files of a library. The caller sees to it that one draft is written by one action at a time. */
export interface DraftFiles {
  /** The draft now. Fails with `drafts.not-found` or `drafts.damaged`. */
  read(id: string): Promise<Head>
  /** The draft as it was read or written last, without a look at the disk; `read` gives the same while nobody else wrote. */
  recall(id: string): Head | null
  /**
   * Puts a draft in the place of the one that was read or written last. Fails with `drafts.changed-outside` when that is
   * not what stands there: the look is taken while the new file is flushed, and costs no time.
   */
  write(draft: Draft): Promise<void>
  /** The generation before, or null when there is none that is good. */
  readPrevious(id: string): Promise<Head | null>
  /** Forgets what it remembers of a draft whose file was moved. */
  forget(id: string): void
}

/** How many drafts are remembered, so that saving one does not read it again. */
const REMEMBERED = 64

interface Remembered {
  readonly file: JsonFile<Head>
  readonly head: Head
  /** How the file looked; null when that could not be told. */
  readonly signature: Promise<FileSignature | null>
}

/** Opens the draft files. A draft that was read or written is remembered for as long as its file stays the same. */
export function createDraftFiles(layout: LibraryLayout, files: FileSystem): DraftFiles {
  const remembered = new Map<string, Remembered>()

  function remember(id: string, entry: Remembered): void {
    remembered.delete(id)
    remembered.set(id, entry)
    const [oldest] = remembered.keys()
    if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest)
  }

  async function readSignature(id: string): Promise<FileSignature | null> {
    const path = layout.draft(id)
    return files.stat(path).catch((error: unknown) => {
      throw toReadError(path, error)
    })
  }

  async function guard(id: string): Promise<void> {
    const known = remembered.get(id)
    if (known === undefined || isSame(await known.signature, await readSignature(id))) return
    throw new RedaksiError<DraftsErrorCode>('drafts.changed-outside', { id, path: layout.draft(id) })
  }

  function open(id: string): JsonFile<Head> {
    const known = remembered.get(id)?.file
    return known ?? openDraftFile(layout.draft(id), id, files, () => guard(id))
  }

  return {
    async read(id) {
      checkId(id)
      // Taken before the file is read: if the file changes in between, the next call notices.
      const signature = await readSignature(id)
      const known = remembered.get(id)
      if (known !== undefined && isSame(await known.signature, signature)) return known.head
      const file = open(id)
      const head = await readNeededHead(layout, id, file, files)
      remember(id, { file, head, signature: Promise.resolve(signature) })
      return head
    },
    recall: (id) => remembered.get(id)?.head ?? null,
    async write(draft) {
      const { id } = draft
      const file = open(id)
      const head = { draft, isOutside: false }
      await file.write(head)
      // It is on the disk and may be answered for; how its file looks is needed for the next one.
      remember(id, { file, head, signature: readSignature(id).catch(() => null) })
    },
    readPrevious: (id) => readGood(getPreviousPath(layout.draft(id)), id, files),
    forget: (id) => void remembered.delete(id),
  }
}

function openDraftFile(
  path: string,
  id: string,
  files: FileSystem,
  guard: () => Promise<void> = async () => {},
): JsonFile<Head> {
  const parse = (value: unknown) => parseHead(value, id)
  const encode = ({ draft }: Head) => encodeDraft(draft)
  return createJsonFile({ path, parse, encode, keepPrevious: true, guard, files })
}

async function readNeededHead(
  layout: LibraryLayout,
  id: string,
  file: JsonFile<Head>,
  files: FileSystem,
): Promise<Head> {
  const path = layout.draft(id)
  let cause: unknown
  try {
    const head = await file.read()
    if (head !== null) return head
  } catch (error) {
    if (!isRedaksiError(error, 'base.file-damaged')) throw error
    cause = error
  }
  const previous = (await readGood(getPreviousPath(path), id, files)) !== null
  // No file and no former one: there is no such draft, or its making was interrupted before it was acknowledged.
  if (cause === undefined && !previous) throw new RedaksiError<DraftsErrorCode>('drafts.not-found', { id })
  throw new RedaksiError<DraftsErrorCode>('drafts.damaged', { id, path, previous }, cause)
}

async function readGood(path: string, id: string, files: FileSystem): Promise<Head | null> {
  try {
    return await openDraftFile(path, id, files).read()
  } catch {
    return null
  }
}

/** An id that is none is not found, and never becomes part of a path. */
function checkId(id: string): void {
  if (!isDraftId(id)) throw new RedaksiError<DraftsErrorCode>('drafts.not-found', { id })
}

function isSame(a: FileSignature | null, b: FileSignature | null): boolean {
  return a !== null && b !== null && a.size === b.size && a.modified === b.modified && a.inode === b.inode
}
