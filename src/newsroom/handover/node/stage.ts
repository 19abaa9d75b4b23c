import { dirname } from 'node:path'
import { makeFolderDurably, nodeFiles } from '../../../base/node/durable-write.ts'
import { toWriteError } from '../../../base/node/failures.ts'
import type { OpenFile } from '../../../base/node/file-system.ts'

/** A folder that is being filled, one file after the other. */
export interface Stage {
  /**
   * Writes a new file and flushes it, after those before it: a photo will be moved to its place from there. Resolves to
   * its bytes where they are few, else to their beginning.
   */
  write(path: string, bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array>
  /** Ends it, whatever is still on its way: from now on nothing comes into the folder, which may be removed. */
  end(): Promise<void>
}

/** What the beginning of a file is, in pieces as they come. */
const KEPT_PIECES = 64

/** Opens a folder to be filled. Where what it is filled from breaks off, a file may wait for bytes that never come. */
export function openStage(): Stage {
  let isOver = false
  let busy: Promise<unknown> = Promise.resolve()
  let last: Promise<unknown> = Promise.resolve()
  let file: OpenFile | null = null

  function step<T>(act: () => Promise<T>): Promise<T> {
    if (isOver) return Promise.reject(new Error('the stage is closed'))
    const acting = act()
    busy = acting.catch(() => undefined)
    return acting
  }

  async function close(): Promise<void> {
    const open = file
    file = null
    await open?.close()
  }

  async function write(path: string, bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
    const start: Uint8Array[] = []
    try {
      await step(() => makeFolderDurably(dirname(path)))
      const open = await step(async () => (file = await nodeFiles.create(path)))
      for await (const piece of bytes) {
        await step(() => open.write(piece))
        if (start.length < KEPT_PIECES) start.push(piece)
      }
      await step(() => open.sync())
      await step(close)
      return Buffer.concat(start)
    } catch (error) {
      throw toWriteError(path, error)
    }
  }

  return {
    write(path, bytes) {
      const turn = last.then(() => write(path, bytes))
      last = turn.catch(() => undefined)
      return turn
    },
    async end() {
      isOver = true
      await busy
      await close()
    },
  }
}
