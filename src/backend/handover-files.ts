import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { RedaksiError } from '../base/errors.ts'
import { readSystemCode, toReadError, toWriteError } from '../base/node/failures.ts'
import { HANDOVER_PIECE, LARGEST_HANDOVER, type HandoverErrorCode } from '../newsroom/handover/index.ts'
import type { Newsroom } from './newsroom.ts'
import { makeHandover } from './handover.ts'

/** Hand-over files that a page fetches piece by piece, and those that it hands in so. */
export interface HandoverFiles {
  make(draft: string, release: string, options: MakeFileOptions): Promise<MadeFile>
  /** Base64; empty at the end. Fails with `handover.gone`. */
  fetch(handle: string, from: number): Promise<string>
  /** Puts pieces together, and runs something with the path of the whole; both are gone afterwards. */
  withJoined<T>(pieces: readonly string[], name: string, run: (path: string) => Promise<T>): Promise<T>
  forget(handle: string): Promise<void>
}

interface MakeFileOptions {
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

interface MadeFile {
  readonly handle: string
  readonly bytes: number
}

/** Made files that wait to be fetched; an older one is put away. */
const MOST_MADE = 4

/** Keeps the files in a folder of the library that is cleared whenever it is opened. */
export function createHandoverFiles(newsroom: Newsroom, getPath: (sha256: string) => string): HandoverFiles {
  const folder = join(newsroom.library.folder, 'receiving', 'made')
  const made = new Map<string, string>()

  async function forget(handle: string): Promise<void> {
    const path = made.get(handle)
    made.delete(handle)
    if (path !== undefined) await rm(path, { force: true }).catch(() => undefined)
  }

  return {
    forget,
    async make(draft, release, options) {
      const { library } = newsroom
      if (library.mode === 'read') throw new RedaksiError('drafts.read-only', { folder: library.folder })
      await makeFolder(folder)
      const handle = randomUUID()
      const path = join(folder, `${handle}.redaksi`)
      await makeHandover(newsroom, draft, path, { release, ...options })
      made.set(handle, path)
      const [oldest] = made.keys()
      if (made.size > MOST_MADE && oldest !== undefined) await forget(oldest)
      return { handle, bytes: (await stat(path)).size }
    },
    async fetch(handle, from) {
      const path = made.get(handle)
      if (path === undefined) throw new RedaksiError<HandoverErrorCode>('handover.gone')
      const content = await readPiece(path, from)
      if (content === '') await forget(handle)
      return content
    },
    async withJoined(pieces, name, run) {
      const path = join(folder, `${randomUUID()}.joined`)
      try {
        await makeFolder(folder)
        await joinPieces(pieces.map(getPath), path, name)
        return await run(path)
      } finally {
        for (const each of new Set([...pieces.map(getPath), path])) await rm(each, { force: true })
      }
    },
  }
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw toWriteError(folder, error)
  })
}

async function readPiece(path: string, from: number): Promise<string> {
  const file = await open(path).catch((error: unknown) => {
    throw toReadError(path, error)
  })
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HANDOVER_PIECE), 0, HANDOVER_PIECE, from)
    return buffer.subarray(0, bytesRead).toString('base64')
  } finally {
    await file.close()
  }
}

/** The bytes in a row. It is only read again in a moment: it need not be flushed. */
async function joinPieces(paths: readonly string[], target: string, name: string): Promise<void> {
  const file = await open(target, 'wx', 0o600)
  let size = 0
  try {
    for (const path of paths)
      for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
        size += chunk.length
        if (size > LARGEST_HANDOVER) throw new RedaksiError<HandoverErrorCode>('handover.too-large', { name })
        await file.write(chunk)
      }
  } catch (error) {
    if (readSystemCode(error) === 'ENOENT')
      throw new RedaksiError<HandoverErrorCode>('handover.gone', {}, error)
    throw toWriteError(target, error)
  } finally {
    await file.close()
  }
}
