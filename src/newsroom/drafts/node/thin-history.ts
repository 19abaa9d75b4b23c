import type { Snapshot } from '../snapshot.ts'
import { chooseThinned } from '../thin.ts'
import type { DraftAccess } from './draft-access.ts'
import type { DraftStore } from './library.ts'
import type { NamesFile } from './names-file.ts'

type Age = Pick<Snapshot, 'revision' | 'at' | 'reason'>

/** The first revision and the last: a history of no more is not even read to be thinned. */
const ALWAYS_KEPT = 2

/** The way in which histories are thinned: one file at a time, so that whenever the power goes, what must stay is there. */
export function createThinning(access: DraftAccess, names: NamesFile): DraftStore['thinHistory'] {
  return async function thinHistory(id, listNamed) {
    const ages = await readAges(access, id)
    if (ages.length <= ALWAYS_KEPT) return []
    const named = new Set(await listNamed())
    const removed: number[] = []
    for (const revision of chooseThinned(ages, named, Date.parse(access.stamp()))) {
      if (await access.alone(id, () => removeUnnamed(access, names, id, revision))) removed.push(revision)
    }
    return removed
  }
}

async function readAges({ history }: DraftAccess, id: string): Promise<readonly Age[]> {
  const revisions = await history.list(id)
  const ages: Age[] = []
  for (const each of revisions.length > ALWAYS_KEPT ? revisions : []) {
    const kept = await history.read(id, each).catch(() => null)
    if (kept !== null) ages.push({ revision: each, at: kept.at, reason: kept.reason })
  }
  return ages
}

/** A save waits for one file at most. Where the names cannot be read, any revision may have one. */
async function removeUnnamed(
  { drafts, history }: DraftAccess,
  names: NamesFile,
  id: string,
  revision: number,
): Promise<boolean> {
  const { signOff } = (await drafts.read(id)).draft
  const given = await names.readWhole(id)
  const isNamed = given === null || given.names.some((each) => each.revision === revision)
  if (isNamed || signOff?.revision === revision) return false
  await history.remove(id, revision)
  return true
}
