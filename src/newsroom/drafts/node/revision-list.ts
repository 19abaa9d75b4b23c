import type { FileSignature, FileSystem } from '../../../base/node/file-system.ts'
import { countWordChange, type WordChange } from '../../compare/index.ts'
import type { Story } from '../../story/index.ts'
import type { RevisionInfo, Snapshot } from '../snapshot.ts'
import { countWords } from '../words.ts'
import type { History } from './history.ts'
import type { LibraryLayout } from './layout.ts'

/** What a kept revision tells by itself. */
export type KeptInfo = Pick<Snapshot, 'revision' | 'at' | 'reason'> &
  Pick<RevisionInfo, 'by' | 'words'> &
  WordChange

/** Tells what is kept of a draft, oldest first; what is damaged is left out. */
export type ListKept = (id: string) => Promise<readonly KeptInfo[]>

/** Drafts whose lists are remembered: the story that is open asks again with every save. */
const REMEMBERED = 8

interface Remembered {
  readonly info: KeptInfo
  readonly signature: FileSignature
  /** The revision that its words were counted against; null for the first. */
  readonly against: number | null
}

const NO_STORY: Pick<Story, 'blocks'> = { blocks: [] }

/** Lists kept revisions. One is read once: it is never changed, and its file's signature tells if it was after all. */
export function createRevisionList(layout: LibraryLayout, history: History, files: FileSystem): ListKept {
  const remembered = new Map<string, ReadonlyMap<number, Remembered>>()

  return async function listKept(id) {
    const known = remembered.get(id)
    const read = (revision: number) => history.read(id, revision).catch(() => null)
    const next = new Map<number, Remembered>()
    let last: { readonly revision: number; readonly story: Story | null } | null = null
    for (const revision of await history.list(id)) {
      const signature = await files.stat(layout.snapshot(id, revision)).catch(() => null)
      if (signature === null) continue
      const before: number | null = last?.revision ?? null
      const former = known?.get(revision)
      if (former?.against === before && isSame(former.signature, signature)) {
        next.set(revision, former)
        last = { revision, story: null }
        continue
      }
      const kept: Snapshot | null = await read(revision)
      if (kept === null) continue
      const against: Pick<Story, 'blocks'> =
        last === null ? NO_STORY : (last.story ?? (await read(last.revision))?.story ?? NO_STORY)
      next.set(revision, { info: describe(kept, against), signature, against: before })
      last = { revision, story: kept.story }
    }
    remembered.delete(id)
    remembered.set(id, next)
    const [oldest] = remembered.keys()
    if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest)
    return [...next.values()].map(({ info }) => info)
  }
}

function describe({ revision, at, reason, by, story }: Snapshot, before: Pick<Story, 'blocks'>): KeptInfo {
  const change = countWordChange(before, story)
  return { revision, at, reason, by: by ?? null, words: countWords(story), ...change }
}

function isSame(a: FileSignature, b: FileSignature): boolean {
  return a.size === b.size && a.modified === b.modified && a.inode === b.inode
}
