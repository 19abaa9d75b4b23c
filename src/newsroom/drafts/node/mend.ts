import { chmod, lstat, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { assertNever, isRedaksiError } from '../../../base/errors.ts'
import { nodeFiles, removeFileDurably, writeFileDurably } from '../../../base/node/durable-write.ts'
import { toWriteError } from '../../../base/node/failures.ts'
import { encodeJson, getPreviousPath } from '../../../base/node/json-file.ts'
import { removeQuietly } from '../../../base/node/temporary.ts'
import { parseHouse } from '../../house/index.ts'
import { parseLibraryDocument } from '../library-document.ts'
import { getSupportedFormat, MIGRATIONS } from '../migration.ts'
import type { LibraryProblem } from '../problem.ts'
import { parseRevisionNames } from '../revision-names.ts'
import { checkFile } from './check-file.ts'
import { removeIndex } from './index-database.ts'
import { inspectDocuments, inspectLibrary } from './inspect.ts'
import { getLayout, type LibraryLayout } from './layout.ts'
import type { Library, OpenLibraryOptions } from './library.ts'
import { lockLibrary } from './lock.ts'
import { openLibrary } from './open-library.ts'
import { keepInQuarantine } from './quarantine.ts'

/** What was put right, and what needs a person: a backup, or a decision. */
export interface MendReport {
  readonly mended: readonly LibraryProblem[]
  readonly left: readonly LibraryProblem[]
}

export type MendOptions = Pick<OpenLibraryOptions, 'clock' | 'random' | 'workerUrl'>

/**
 * Looks a library over and puts right what can be. Nothing is thrown away: damaged bytes go to quarantine, the newest
 * good generation takes their place, a text changed by hand becomes a revision of its own.
 * Fails as `inspectLibrary` does, and with `drafts.library-locked` while another process writes.
 */
export async function mendLibrary(folder: string, options: MendOptions): Promise<MendReport> {
  const layout = getLayout(resolve(folder))
  // Before the lock: a folder that holds no library must not get a lock file.
  await inspectDocuments(layout)
  const lock = await lockLibrary(layout, null)
  const found: LibraryProblem[] = []
  const left: LibraryProblem[] = []
  try {
    for (const problem of await inspectLibrary(layout.folder, { isAlone: true })) {
      found.push(problem)
      if (isOfDraft(problem)) continue
      if (!(await mendFile(layout, problem))) left.push(problem)
    }
  } finally {
    await lock.release()
  }
  left.push(...(await mendDrafts(layout, found.filter(isOfDraft), options)))
  return { mended: found.filter((problem) => !left.includes(problem)), left }
}

/** Problems that are mended through the open library, one draft at a time. */
function isOfDraft({ code }: LibraryProblem): boolean {
  return (
    code === 'drafts.draft-damaged' || code === 'drafts.draft-outside' || code === 'drafts.draft-unfinished'
  )
}

/** Mends what lies in files of its own. False when it cannot be. */
async function mendFile(layout: LibraryLayout, { code, path }: LibraryProblem): Promise<boolean> {
  switch (code) {
    case 'drafts.file-damaged':
    case 'drafts.file-missing':
      return mendDocument(layout, path, code === 'drafts.file-damaged')
    case 'drafts.previous-damaged':
    case 'drafts.snapshot-damaged':
      await keepInQuarantine(layout, path, nodeFiles)
      await removeFileDurably(path)
      return true
    case 'drafts.names-damaged':
      return mendNames(layout, path)
    case 'drafts.temporary':
      return removeTemporary(path)
    case 'drafts.open-mode':
      return closeMode(path)
    case 'drafts.index-damaged':
      removeIndex(layout.index)
      return true
    case 'drafts.sign-off-lost':
    case 'drafts.draft-damaged':
    case 'drafts.draft-outside':
    case 'drafts.draft-unfinished':
      return false
    default:
      return assertNever(code)
  }
}

/** Puts the generation before in the place of a document; a list of targets can also start empty. */
async function mendDocument(layout: LibraryLayout, path: string, isThere: boolean): Promise<boolean> {
  const replacement = await findReplacement(layout, path)
  if (replacement === null) return false
  if (isThere) await keepInQuarantine(layout, path, nodeFiles)
  await writeFileDurably(path, encodeJson(replacement))
  return true
}

async function findReplacement(layout: LibraryLayout, path: string): Promise<object | null> {
  const supported = getSupportedFormat(MIGRATIONS)
  const parse = (value: unknown): object => {
    if (path === layout.house) return parseHouse(value)
    if (path === layout.library) return parseLibraryDocument(value, supported)
    return Object(value)
  }
  const previous = await checkFile(getPreviousPath(path), parse)
  if (previous.state === 'good') return previous.value
  return path === layout.targets ? { schema: 1, targets: [] } : null
}

/** Puts the names before in their place, or none: they are nobody's words, and the revisions stay. */
async function mendNames(layout: LibraryLayout, path: string): Promise<boolean> {
  const previous = await checkFile(getPreviousPath(path), parseRevisionNames)
  await keepInQuarantine(layout, path, nodeFiles)
  if (previous.state === 'good') await writeFileDurably(path, encodeJson(previous.value))
  else await removeFileDurably(path)
  return true
}

async function mendDrafts(
  layout: LibraryLayout,
  problems: readonly LibraryProblem[],
  options: MendOptions,
): Promise<readonly LibraryProblem[]> {
  if (problems.length === 0) return []
  let library: Library
  try {
    library = await openLibrary(layout.folder, { ...options, mode: 'write' })
  } catch (error) {
    if (isRedaksiError(error, 'drafts.library-damaged') || isRedaksiError(error, 'drafts.no-library'))
      return problems
    throw error
  }
  try {
    const left: LibraryProblem[] = []
    for (const problem of problems) if (!(await mendDraft(library, problem))) left.push(problem)
    return left
  } finally {
    await library.close()
  }
}

async function mendDraft(library: Library, { code, path }: LibraryProblem): Promise<boolean> {
  const id = basename(code === 'drafts.draft-unfinished' ? path : dirname(path))
  try {
    if (code === 'drafts.draft-outside') await library.drafts.acceptOutside(id)
    else await library.drafts.recoverDraft(id)
    return true
  } catch (error) {
    if (isRedaksiError(error, 'drafts.not-recoverable')) return false
    // An interrupted creation that left nothing but folders.
    if (isRedaksiError(error, 'drafts.not-found')) return removeEmptyFolders(path)
    throw error
  }
}

async function removeEmptyFolders(folder: string): Promise<boolean> {
  await rmdir(`${folder}/history`).catch(() => {})
  return rmdir(folder).then(
    () => true,
    () => false,
  )
}

async function removeTemporary(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => null)
  if (found?.isDirectory() === true) await rm(path, { recursive: true, force: true })
  else await removeQuietly(path, nodeFiles)
  return true
}

async function closeMode(path: string): Promise<boolean> {
  try {
    const found = await lstat(path)
    await chmod(path, found.mode & 0o700)
    return true
  } catch (error) {
    throw toWriteError(path, error)
  }
}
