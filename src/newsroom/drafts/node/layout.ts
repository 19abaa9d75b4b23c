import { join } from 'node:path'

/** Where things lie in a library. `drafts.draft(id)` and the like are given checked ids only. */
export interface LibraryLayout {
  readonly folder: string
  readonly library: string
  readonly house: string
  readonly targets: string
  readonly lastUsed: string
  readonly drafts: string
  readonly quarantine: string
  /** Drafts that were deleted for good, until the disk is rid of them. */
  readonly removing: string
  /** Drafts from a colleague's library, until they are whole. */
  readonly receiving: string
  readonly index: string
  readonly ledger: string
  readonly lock: string
  readonly lockOwner: string
  readonly draftFolder: (id: string) => string
  readonly draft: (id: string) => string
  readonly history: (id: string) => string
  readonly revisionNames: (id: string) => string
  readonly snapshot: (id: string, revision: number) => string
  readonly ledgerFile: (id: string) => string
}

/** Digits of a snapshot's name, so that names sort like revisions. */
const REVISION_DIGITS = 8

/** Names the places of a library in this folder. */
export function getLayout(folder: string): LibraryLayout {
  const drafts = join(folder, 'drafts')
  const ledger = join(folder, 'ledger')
  return {
    folder,
    library: join(folder, 'library.json'),
    house: join(folder, 'house.json'),
    targets: join(folder, 'targets.json'),
    lastUsed: join(folder, 'last-used.json'),
    drafts,
    quarantine: join(folder, 'quarantine'),
    removing: join(folder, 'removing'),
    receiving: join(folder, 'receiving'),
    index: join(folder, 'index'),
    ledger,
    lock: join(folder, 'lock'),
    lockOwner: join(folder, 'lock-owner.json'),
    draftFolder: (id) => join(drafts, id),
    draft: (id) => join(drafts, id, 'draft.json'),
    history: (id) => join(drafts, id, 'history'),
    revisionNames: (id) => join(drafts, id, 'revision-names.json'),
    snapshot: (id, revision) => join(drafts, id, 'history', nameSnapshot(revision)),
    ledgerFile: (id) => join(ledger, `${id}.json`),
  }
}

/** The file name of a kept revision. */
function nameSnapshot(revision: number): string {
  return `${String(revision).padStart(REVISION_DIGITS, '0')}.json`
}

/** The revision that a file of the history holds, or null for any other file. */
export function readSnapshotName(name: string): number | null {
  return /^\d{8,}\.json$/.test(name) ? Number(name.slice(0, -'.json'.length)) : null
}

const DRAFT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a text is a draft's id, and so may be part of a path. */
export function isDraftId(text: string): boolean {
  return DRAFT_ID.test(text)
}
