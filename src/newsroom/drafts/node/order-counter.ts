import { join } from 'node:path'
import { z } from 'zod'
import { makeFolderDurably, nodeFiles, writeFileDurably } from '../../../base/node/durable-write.ts'
import type { FileSystem } from '../../../base/node/file-system.ts'
import type { LibraryLayout } from './layout.ts'

/**
 * The library's counter, by which lists are ordered. A number must never come twice, not even after a power cut, but
 * gaps do no harm. So numbers are reserved on the disk a thousand at a time, and a save needs no second write: a process
 * starts at the end of what was ever reserved. The reserve is derived, it lies in `index/`; when it is missing, the
 * highest order of all drafts is asked for, once.
 */
export interface OrderCounter {
  /** The next number. */
  take(): Promise<number>
  /** Makes sure that later numbers are above this one: it was met in a draft. */
  raise(met: number): void
}

const RESERVE = 1000
const reserveSchema = z.object({ reserved: z.int().min(0) })

/** Opens the counter. `findHighest` is asked only when there is no reserve; it may be slow. */
export function createOrderCounter(
  layout: LibraryLayout,
  findHighest: () => Promise<number>,
  files: FileSystem = nodeFiles,
): OrderCounter {
  let next: number | null = null
  let floor = 0
  let reserved = 0
  let opening: Promise<void> | null = null
  let extending: Promise<void> = Promise.resolve()

  async function open(): Promise<void> {
    const stored = await readReserve(layout, files)
    next = (stored ?? (await findHighest())) + 1
  }

  return {
    async take() {
      opening ??= open().catch((error: unknown) => {
        opening = null
        throw error
      })
      await opening
      const order = Math.max(next ?? 1, floor + 1)
      next = order + 1
      extending = extending
        .catch(() => {})
        .then(async () => {
          if (order <= reserved) return
          await writeOrderReserve(layout, order + RESERVE, files)
          reserved = order + RESERVE
        })
      await extending
      return order
    },
    raise(met) {
      floor = Math.max(floor, met)
    },
  }
}

/** Reserves every number up to `reserved`. */
export async function writeOrderReserve(
  layout: LibraryLayout,
  reserved: number,
  files: FileSystem = nodeFiles,
): Promise<void> {
  await makeFolderDurably(layout.index, files)
  await writeFileDurably(getPath(layout), new TextEncoder().encode(JSON.stringify({ reserved })), { files })
}

/** What was reserved, or null when that is not known; what cannot be read is as good as missing. */
async function readReserve(layout: LibraryLayout, files: FileSystem): Promise<number | null> {
  try {
    const bytes = await files.read(getPath(layout))
    return reserveSchema.parse(JSON.parse(new TextDecoder().decode(bytes))).reserved
  } catch {
    return null
  }
}

function getPath(layout: LibraryLayout): string {
  return join(layout.index, 'order.json')
}
