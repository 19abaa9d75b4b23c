import { inspectAttachments } from '../newsroom/attachments/node/index.ts'
import { findSyncedPlace, inspectLibrary, mendLibrary } from '../newsroom/drafts/node/index.ts'
import { inspectPhotos } from '../newsroom/photos/node/index.ts'
import { openNewsroom, type Surroundings } from './newsroom.ts'

/** One thing that is not as it should be: `code` has a text for people, with `path` and `detail` for its facts. */
export interface Problem {
  readonly code: string
  readonly path: string
  readonly detail: string | null
}

export interface Examination {
  /** Whether nothing is left that is not as it should be. */
  readonly ok: boolean
  readonly problems: readonly Problem[]
  /** What was put right. */
  readonly mended: readonly Problem[]
  /** What is good to know and no fault of the library's: `synced.<service>`, another program copies its folder. */
  readonly notes: readonly Problem[]
}

/**
 * Looks a library over: its files, its drafts with their histories, its photos and attachments, and the chains of its ledger. With `fix` it puts
 * right what can be; a chain that is broken cannot, since it is there to show just that.
 */
export async function examineLibrary(
  folder: string,
  { fix, surroundings }: { readonly fix: boolean; readonly surroundings: Surroundings },
): Promise<Examination> {
  const { mended, left } = fix
    ? await mendLibrary(folder, surroundings)
    : { mended: [], left: await inspectLibrary(folder) }
  const problems = [
    ...left,
    ...(await inspectPhotos(folder)),
    ...(await inspectAttachments(folder)),
    ...(await examineRecords(folder, surroundings)),
  ]
  const service = await findSyncedPlace(folder, surroundings.env)
  const notes = service === null ? [] : [{ code: `synced.${service}`, path: folder, detail: null }]
  return { ok: problems.length === 0, problems, mended, notes }
}

async function examineRecords(folder: string, surroundings: Surroundings): Promise<readonly Problem[]> {
  const newsroom = await openNewsroom(folder, 'read', surroundings)
  try {
    const found = await newsroom.publisher.verify()
    return found.map(({ code, path, fault, index }) => {
      return { code, path, detail: index === null ? fault : `${fault}, ${index + 1}` }
    })
  } finally {
    await newsroom.close()
  }
}
