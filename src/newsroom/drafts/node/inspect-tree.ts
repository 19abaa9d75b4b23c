import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isTemporaryName } from '../../../base/node/temporary.ts'
import type { LibraryProblem } from '../problem.ts'
import type { LibraryLayout } from './layout.ts'

/** Folders are for their owner alone, and so are files. */
const TOO_OPEN = 0o077

/**
 * Walks the whole library for what interrupted saves left behind, and for files that others may read. Without
 * `isAlone`, temporary files of a process that lives are let be: it may be writing them now.
 */
export async function inspectTree(
  layout: LibraryLayout,
  isAlone: boolean,
  platform: NodeJS.Platform = process.platform,
): Promise<readonly LibraryProblem[]> {
  const problems: LibraryProblem[] = []
  const modesCount = platform !== 'win32'

  async function walk(folder: string): Promise<void> {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (isTemporaryName(entry.name) && (isAlone || !isOfLivingProcess(entry.name))) {
        problems.push({ code: 'drafts.temporary', path, detail: null })
      } else if (modesCount) {
        await inspectMode(path)
      }
      if (entry.isDirectory()) await walk(path)
    }
  }

  async function inspectMode(path: string): Promise<void> {
    const found = await lstat(path).catch(() => null)
    if (found === null || found.isSymbolicLink() || (found.mode & TOO_OPEN) === 0) return
    problems.push({ code: 'drafts.open-mode', path, detail: (found.mode & 0o777).toString(8) })
  }

  if (modesCount) await inspectMode(layout.folder)
  await walk(layout.folder)
  return problems
}

function isOfLivingProcess(name: string): boolean {
  const [, pid] = /\.(\d+)-\d+\.tmp$/.exec(name) ?? []
  try {
    process.kill(Number(pid), 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
