import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { Backend } from '../bridge/index.ts'
import { HANDOVER_EXTENSION, LARGEST_HANDOVER, type HandoverErrorCode } from '../newsroom/handover/index.ts'
import { RedaksiError } from '../base/errors.ts'
import { toReadError } from '../base/node/failures.ts'

/** The hand-over file that a command line names: the system starts the program with its path as one of its words. */
export function findOpenedFile(words: readonly string[], folder: string): string | null {
  // The first word is the program.
  const named = words.slice(1).find((word) => !word.startsWith('-') && isHandoverPath(word))
  return named === undefined ? null : resolve(folder, named)
}

/** Whether a path is one of a hand-over file, by its name. */
export function isHandoverPath(path: string): boolean {
  return path.toLowerCase().endsWith(HANDOVER_EXTENSION)
}

/** In bytes: what one message of a page would carry too. */
const PIECE = 16 * 1024 * 1024

/**
 * Hands a file in that the system was asked to open, and tells the page. The page gets its bytes' digests and its name, and
 * never its path. Fails with `handover.too-large`, `base.read-failed`, or as a file is written.
 */
export async function handInFile(
  path: string,
  backend: Pick<Backend, 'putBlob' | 'dispatch'>,
): Promise<void> {
  const name = basename(path)
  const pieces: string[] = []
  const file = await open(path).catch((error: unknown) => {
    throw toReadError(path, error)
  })
  try {
    const { size } = await file.stat()
    if (size > LARGEST_HANDOVER) throw new RedaksiError<HandoverErrorCode>('handover.too-large', { name })
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(PIECE), 0, PIECE)
      if (bytesRead === 0) break
      const bytes = buffer.subarray(0, bytesRead)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      await backend.putBlob(sha256, yieldOnce(bytes))
      pieces.push(sha256)
    }
  } finally {
    await file.close()
  }
  if (pieces.length === 0) throw new RedaksiError<HandoverErrorCode>('handover.not-one', { name })
  await backend.dispatch('handover.announce', { pieces, name })
}

async function* yieldOnce(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
