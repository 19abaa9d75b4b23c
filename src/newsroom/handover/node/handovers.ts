import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { RedaksiError } from '../../../base/errors.ts'
import { createUuid } from '../../../base/ids.ts'
import { toWriteError } from '../../../base/node/failures.ts'
import type { HandoverErrorCode } from '../contract.ts'
import type { HandoverOutcome, HandoverView } from '../view.ts'
import { checkHandover } from './check-handover.ts'
import { createView, readHere } from './compare-handover.ts'
import { unpackHandover, type ReadHandoverOptions } from './read-handover.ts'
import type { HandoverServices, OpenHandover, SettleRequest } from './services.ts'
import { importHandover } from './import-handover.ts'

/**
 * Hand-over files on their way in. It promises that nothing of a file is in the library before a person has settled it,
 * that a file which is refused, stopped or put away leaves nothing, and that what was here can be had back from the history.
 */
export interface Handovers {
  /** Opens the file at a path. Fails as `unpackHandover` and `checkHandover` do, and with `drafts.read-only`. */
  look(path: string, options: ReadHandoverOptions): Promise<HandoverView>
  /** Fails with `handover.gone`, `drafts.conflict` when the story was changed since it was looked at, or as files are written. */
  settle(handle: string, request: SettleRequest): Promise<HandoverOutcome>
  /** Puts an opened file away. */
  forget(handle: string): Promise<void>
}

/** Opened files that wait for a person; an older one is put away. */
const MOST_OPEN = 4

/** Prepares for hand-over files. */
export function createHandovers(services: HandoverServices): Handovers {
  const { library, random } = services
  const root = join(library.folder, 'receiving', 'files')
  const opened = new Map<string, OpenHandover>()

  async function forget(handle: string): Promise<void> {
    opened.delete(handle)
    await rm(join(root, handle), { recursive: true, force: true }).catch(() => undefined)
  }

  async function look(path: string, options: ReadHandoverOptions): Promise<HandoverView> {
    if (library.mode === 'read') throw new RedaksiError('drafts.read-only', { folder: library.folder })
    const handle = createUuid(random)
    const folder = join(root, handle)
    try {
      await makeFolder(folder)
      const staged = await unpackHandover(path, folder, options)
      const checked = await checkHandover(staged, options.name, services, options.signal)
      options.signal?.throwIfAborted()
      const here = await readHere(library.drafts, checked.manifest.draft)
      const view = await createView(services, handle, checked, here)
      opened.set(handle, { checked, view, here })
    } catch (error) {
      await forget(handle)
      throw error
    }
    const [oldest] = opened.keys()
    if (opened.size > MOST_OPEN && oldest !== undefined) await forget(oldest)
    return require(handle).view
  }

  function require(handle: string): OpenHandover {
    const open = opened.get(handle)
    if (open === undefined) throw new RedaksiError<HandoverErrorCode>('handover.gone')
    return open
  }

  return {
    look,
    async settle(handle, request) {
      const open = require(handle)
      // It is settled once.
      opened.delete(handle)
      try {
        return await importHandover(services, open, request)
      } finally {
        await forget(handle)
      }
    },
    forget,
  }
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw toWriteError(folder, error)
  })
}
