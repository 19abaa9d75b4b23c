import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { createBlobStore } from '../../src/backend/answer-blobs.ts'
import { nodeFiles } from '../../src/base/node/durable-write.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const BYTES = new TextEncoder().encode('gambar '.repeat(1_000))
const NAME = createHash('sha256').update(BYTES).digest('hex')

async function* inPieces(bytes: Uint8Array, failAfter = Infinity): AsyncGenerator<Uint8Array> {
  for (let at = 0, piece = 0; at < bytes.length; at += 1_000, piece += 1) {
    if (piece === failAfter) throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' })
    yield bytes.subarray(at, at + 1_000)
  }
}

describe('createBlobStore', () => {
  it('keeps bytes that come in pieces under their own name', async () => {
    const folder = await makeTemporaryFolder()
    const blobs = createBlobStore({ folder })
    await blobs.put(NAME, inPieces(BYTES))
    expect(new Uint8Array(await readFile(blobs.getPath(NAME)))).toEqual(BYTES)
  })

  it('throws away what a former run has left, when it is told to', async () => {
    const folder = await makeTemporaryFolder()
    await createBlobStore({ folder }).put(NAME, inPieces(BYTES))
    const other = new TextEncoder().encode('lain')
    const name = createHash('sha256').update(other).digest('hex')
    await createBlobStore({ folder, isFresh: true }).put(name, inPieces(other))
    expect(await readdir(folder)).toEqual([name])
  })

  it('takes the same bytes twice at a time', async () => {
    const folder = await makeTemporaryFolder()
    const blobs = createBlobStore({ folder })
    await Promise.all([blobs.put(NAME, inPieces(BYTES)), blobs.put(NAME, inPieces(BYTES))])
    expect(await readdir(folder)).toEqual([NAME])
  })

  it('keeps nothing of a page that went away in the middle', async () => {
    const folder = await makeTemporaryFolder()
    await expect(createBlobStore({ folder }).put(NAME, inPieces(BYTES, 3))).rejects.toMatchObject({
      code: 'base.write-failed',
    })
    expect(await readdir(folder)).toEqual([])
  })

  it('takes exactly as many bytes as it may', async () => {
    const folder = await makeTemporaryFolder()
    await createBlobStore({ folder, limit: BYTES.length }).put(NAME, inPieces(BYTES))
    const tight = createBlobStore({ folder, limit: BYTES.length - 1 })
    await expect(tight.put(NAME, inPieces(BYTES))).rejects.toMatchObject({
      code: 'bridge.blob-too-large',
      details: { limit: BYTES.length - 1 },
    })
  })

  it.each(['sync', 'rename', 'syncFolder'])(
    'says nothing is kept when the disk fails at %s, and leaves no temporary',
    async (step) => {
      const folder = await makeTemporaryFolder()
      const fail = () => Promise.reject(Object.assign(new Error('no room'), { code: 'ENOSPC' }))
      let folders = 0
      const files = {
        ...nodeFiles,
        // The first flush of the folder is the one after it was made.
        syncFolder: (path: string) =>
          step === 'syncFolder' && (folders += 1) > 1 ? fail() : nodeFiles.syncFolder(path),
        rename: step === 'rename' ? fail : nodeFiles.rename,
        create: async (path: string) => ({
          ...(await nodeFiles.create(path)),
          ...(step === 'sync' ? { sync: fail } : {}),
        }),
      }
      await expect(createBlobStore({ folder, files }).put(NAME, inPieces(BYTES))).rejects.toMatchObject({
        code: 'base.disk-full',
      })
      expect((await readdir(folder)).filter((name) => name !== NAME)).toEqual([])
    },
  )

  it.each(['', '../secret', `${NAME}/x`, NAME.toUpperCase(), `${NAME}0`])(
    'makes no path of %j',
    async (name) => {
      const folder = await makeTemporaryFolder()
      await expect(createBlobStore({ folder }).put(name, inPieces(BYTES))).rejects.toMatchObject({
        code: 'bridge.blob-name',
      })
      expect(await readdir(folder)).toEqual([])
    },
  )
})
