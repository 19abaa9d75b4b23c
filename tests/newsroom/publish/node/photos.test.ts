import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFolderAdapter } from '../../../../src/newsroom/publish/node/folder-adapter.ts'
import { codeOf } from '../../../support/code-of.ts'
import { makeSitusRig } from '../../../support/publisher-rig.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'

const BYTES = Buffer.from('what a photo would be')
const SHA256 = createHash('sha256').update(BYTES).digest('hex')
const PHOTO = { name: 'photo-1', uri: `urn:sha256:${SHA256}`, type: 'picture' as const }
const NAME = `photo ${SHA256.slice(-12).replace(/^0+/, '')}`

/** A target in memory, and how often the bytes were asked for. */
async function makePhotoRig(read: () => Promise<Uint8Array> = async () => BYTES) {
  let reads = 0
  const rig = await makeSitusRig({
    readPhoto: () => {
      reads += 1
      return read()
    },
  })
  return { ...rig, countReads: () => reads }
}

describe('an article with photos', () => {
  it('follows its photos, and each of them goes once', async () => {
    const { enqueue, sync, situs, countReads } = await makePhotoRig()
    await enqueue(1, { associations: [PHOTO, { ...PHOTO, name: 'photo-2' }] })
    await enqueue(2, { associations: [PHOTO] })
    const report = await sync()
    expect([report.done, report.sent]).toEqual([2, 2])
    expect(situs.calls.slice(0, 1)).toEqual([NAME])
    expect(situs.calls.indexOf('put 1')).toBeGreaterThan(situs.calls.indexOf(NAME))
    expect([situs.photos, situs.writes.size]).toEqual([new Map([[SHA256, BYTES]]), 2])
    expect(countReads()).toBeLessThanOrEqual(2)
  })

  it('waits while a photo cannot be brought, and nothing of it has left', async () => {
    const { enqueue, sync, situs } = await makePhotoRig()
    await enqueue(1, { associations: [PHOTO] })
    situs.trouble(
      'putPhoto',
      { code: 'publish.outcome-unknown' },
      { code: 'publish.outcome-unknown', after: true },
      { code: 'publish.busy', retryAfter: 1 },
      { code: 'publish.not-sent' },
    )
    const report = await sync()
    expect([report.done, report.sent]).toEqual([1, 1])
    expect(situs.calls).toEqual([NAME, NAME, NAME, NAME, NAME, 'put 1'])
  })

  it('needs a person when the target refuses the photo, and goes once that is settled', async () => {
    const { enqueue, sync, situs, readOutbox, publisher } = await makePhotoRig()
    const id = await enqueue(1, { associations: [PHOTO] })
    situs.trouble('putPhoto', { code: 'publish.rejected' })
    const report = await sync()
    const [entry] = await readOutbox()
    expect([report.parked, report.sent, entry?.problem?.code, entry?.attempts]).toEqual([
      ...[1, 0, 'publish.rejected', 0],
    ])
    await publisher.retry(id)
    expect((await sync()).done).toBe(1)
    expect(situs.writes).toEqual(new Map([['1', 1]]))
  })

  it('needs a person when the copy is gone from the library', async () => {
    const { enqueue, sync, readOutbox, situs } = await makePhotoRig(() => Promise.reject(new Error('gone')))
    await enqueue(1, { associations: [PHOTO] })
    expect((await sync()).parked).toBe(1)
    expect((await readOutbox())[0]?.problem).toMatchObject({ code: 'publish.photo-missing', detail: SHA256 })
    expect(situs.writes.size).toBe(0)
  })

  it('pauses its target when that refuses our credentials for a photo', async () => {
    const { enqueue, sync, situs, readOutbox } = await makePhotoRig()
    await enqueue(1, { associations: [PHOTO] })
    situs.trouble('putPhoto', { code: 'publish.unauthorised' })
    await sync()
    expect((await readOutbox())[0]?.state).toBe('paused')
    expect((await sync()).done).toBe(1)
  })
})

describe('the folder adapter', () => {
  const makeAdapter = async () => {
    const url = join(await makeTemporaryFolder(), 'situs')
    return { url, adapter: createFolderAdapter({ name: 'situs', type: 'folder', url, secretEnv: null }) }
  }

  it('keeps a photo under its name, once, and mends one that is not what its name says', async () => {
    const { url, adapter } = await makeAdapter()
    let reads = 0
    const read = async () => {
      reads += 1
      return BYTES
    }
    await adapter.putPhoto(SHA256, read)
    await adapter.putPhoto(SHA256, read)
    expect([reads, await readdir(join(url, 'photos'))]).toEqual([1, [`${SHA256}.jpg`]])
    await writeFile(join(url, 'photos', `${SHA256}.jpg`), 'flipped')
    await adapter.putPhoto(SHA256, read)
    expect(await readFile(join(url, 'photos', `${SHA256}.jpg`))).toEqual(BYTES)
  })

  it('writes nothing through a link that leads out of it', async () => {
    const { url, adapter } = await makeAdapter()
    await mkdir(join(url, '..', 'luar'), { recursive: true })
    await mkdir(url)
    await symlink(join(url, '..', 'luar'), join(url, 'photos'))
    expect(await codeOf(adapter.putPhoto(SHA256, async () => BYTES))).toBe('publish.rejected')
    expect(await readdir(join(url, '..', 'luar'))).toEqual([])
  })
})
