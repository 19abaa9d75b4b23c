import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import exifr from 'exifr'
import { describe, expect, it, onTestFinished } from 'vitest'
import { inspectPhotos, openPhotoStore } from '../../../../src/newsroom/photos/node/index.ts'
import { PHOTO_ORIGINS, type PhotoDetails } from '../../../../src/newsroom/photos/index.ts'
import { parseBlockId, type Block } from '../../../../src/newsroom/story/index.ts'
import { codeOf } from '../../../support/code-of.ts'
import { makeBomb, makeCameraJpeg, makePicture } from '../../../support/pictures.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'

const CLOCK = { now: () => Date.parse('2025-11-13T03:00:00Z') }
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function open(mode: 'read' | 'write' = 'write', library?: string) {
  const folder = library ?? (await makeTemporaryFolder())
  await mkdir(join(folder, 'incoming'), { recursive: true })
  await mkdir(join(folder, 'index'), { recursive: true })
  const store = openPhotoStore({ folder, mode, clock: CLOCK })
  onTestFinished(() => store.close())
  /** Hands bytes in as the bridge does, and has them taken. */
  const add = async (bytes: Uint8Array, options = {}) => {
    const id = digest(bytes)
    const from = join(folder, 'incoming', id)
    await writeFile(from, bytes, { mode: 0o600 })
    return store.add(id, from, options)
  }
  const list = async (name: string) => (await readdir(join(folder, name)).catch(() => [])).sort()
  return { folder, store, add, list }
}

function aBlock(photo: string, caption = 'Pelajar di aula'): Extract<Block, { kind: 'photo' }> {
  const id = parseBlockId('b000000000001')
  return { id, kind: 'photo', photo, alt: 'Dua puluh pelajar', runs: [{ text: caption }] }
}

const DETAILS: PhotoDetails = {
  caption: 'Pelajar di aula',
  alt: 'Dua puluh pelajar',
  credit: 'awh/KPU Kota Tirtasari',
  rights: '© KPU Kota Tirtasari',
  consent: { minors: true, note: 'Izin kepala sekolah, 12 November' },
  origin: 'edited',
  crop: '1:1',
  focus: { x: 0, y: 0.5 },
}

describe('a photo that is taken in', () => {
  it('keeps its file byte for byte under its digest, and is known by what was found', async () => {
    const { folder, add, list } = await open()
    const bytes = await makeCameraJpeg({ orientation: 6 })
    const record = await add(bytes)
    expect(record).toMatchObject({
      id: digest(bytes),
      type: 'jpeg',
      width: 800,
      height: 1200,
      bytes: bytes.length,
    })
    expect(await readFile(join(folder, 'photos', `${record.id}.jpg`))).toEqual(Buffer.from(bytes))
    expect((await stat(join(folder, 'photos', `${record.id}.jpg`))).mode & 0o077).toBe(0)
    expect(await list('incoming')).toEqual([])
    expect(await inspectPhotos(folder)).toEqual([])
  })

  it('tells how far it is', async () => {
    const { add } = await open()
    const told: string[] = []
    await add(await makePicture('png'), {
      onProgress: (done: number, total: number) => told.push(`${done}/${total}`),
    })
    expect(told).toEqual(['1/2', '2/2'])
  })

  it('is the same photo the second time, with what was said of it', async () => {
    const { store, add } = await open()
    const bytes = await makePicture('png')
    const { id } = await add(bytes)
    const said = await store.update(id, DETAILS)
    expect(await add(bytes)).toEqual(said)
    expect(await store.list([id, 'f'.repeat(64), id])).toEqual([said])
  })

  it('starts with the credit and the rights of the one before', async () => {
    const { store, add } = await open()
    const { id } = await add(await makePicture('png'))
    await store.update(id, DETAILS)
    const next = await add(await makePicture('webp'))
    expect(next).toMatchObject({ credit: DETAILS.credit, rights: DETAILS.rights, caption: '', crop: 'whole' })
  })

  it('is taken up where a killed run left it', async () => {
    const { folder, store } = await open()
    const bytes = await makePicture('png')
    const id = digest(bytes)
    await mkdir(join(folder, 'photos'))
    await writeFile(join(folder, 'photos', `${id}.png`), bytes)
    expect(await inspectPhotos(folder)).toMatchObject([{ code: 'photos.record-missing' }])
    expect(await store.add(id, join(folder, 'incoming', id))).toMatchObject({ id, type: 'png' })
    expect(await inspectPhotos(folder)).toEqual([])
  })

  it('leaves nothing when it is stopped', async () => {
    const { add, list } = await open()
    const stopped = new AbortController()
    const adding = add(await makePicture('png'), {
      signal: stopped.signal,
      onProgress: () => stopped.abort(),
    })
    await expect(adding).rejects.toThrow()
    expect([...(await list('photos')), ...(await list('incoming'))]).toEqual([])
  })
})

describe('a file that is no photo', () => {
  it('is refused with the reason, and is gone', async () => {
    const { add, list } = await open()
    const jpeg = Buffer.from(await makeCameraJpeg())
    const codes = [
      await codeOf(add(await makePicture('gif'))),
      await codeOf(add(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))),
      await codeOf(add(jpeg.subarray(0, jpeg.length / 2))),
      await codeOf(add(Buffer.concat([jpeg, Buffer.from('PK\u0003\u0004')]))),
      await codeOf(add(makeBomb(14_000))),
    ]
    expect(codes).toEqual([
      'photos.not-a-photo',
      'photos.not-a-photo',
      'photos.damaged',
      'photos.foreign',
      'photos.too-many-pixels',
    ])
    expect([
      ...(await list('photos')),
      ...(await list('incoming')),
      ...(await list('index/previews')),
    ]).toEqual([])
  })

  it('cannot be taken when nobody handed it in', async () => {
    const { folder, store } = await open()
    const id = 'a'.repeat(64)
    expect(await codeOf(store.add(id, join(folder, 'incoming', id)))).toBe('photos.not-there')
    expect(await codeOf(store.update(id, DETAILS))).toBe('photos.not-found')
    expect(await codeOf(store.preview(id, 'small'))).toBe('photos.not-found')
  })
})

describe('a preview', () => {
  it('is made again when it was deleted', async () => {
    const { folder, store, add } = await open()
    const { id } = await add(await makeCameraJpeg())
    const before = await store.preview(id, 'small')
    expect(before).toMatchObject({ width: 320, height: 213 })
    await rm(join(folder, 'index', 'previews'), { recursive: true })
    expect(await store.preview(id, 'small')).toEqual(before)
  })

  it('carries nothing of what the camera said', async () => {
    const { store, add } = await open()
    const { id } = await add(await makeCameraJpeg())
    const { bytes } = await store.preview(id, 'page')
    expect(await exifr.gps(Buffer.from(bytes))).toBeUndefined()
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/SN-4711|Lestari/)
  })
})

describe('a copy that leaves', () => {
  it('is named by its bytes, cut as it was said, with the words of this story, and nothing of the camera', async () => {
    const { folder, store, add } = await open()
    const { id } = await add(await makeCameraJpeg())
    await store.update(id, DETAILS)
    const copy = await store.makeCopy(aBlock(id, 'Keterangan berita ini'))
    const bytes = await store.readCopy(copy.sha256)
    expect(digest(bytes)).toBe(copy.sha256)
    expect(copy).toMatchObject({ width: 800, height: 800, credit: DETAILS.credit, origin: 'edited' })
    const found = await exifr.parse(Buffer.from(bytes), {
      xmp: true,
      iptc: true,
      tiff: true,
      mergeOutput: false,
    })
    expect(found.dc.description.value).toBe('Keterangan berita ini')
    expect(found.Iptc4xmpExt.DigitalSourceType).toBe(PHOTO_ORIGINS.edited)
    expect(JSON.stringify(found)).not.toMatch(/GPS|SN-4711|Lestari|Izin kepala sekolah/)
    expect(await inspectPhotos(folder)).toEqual([])
  })

  it('is the same file for the same words, and another for others', async () => {
    const { store, add, list } = await open()
    const { id } = await add(await makeCameraJpeg())
    const first = await store.makeCopy(aBlock(id))
    expect(await store.makeCopy(aBlock(id))).toEqual(first)
    const second = await store.makeCopy(aBlock(id, 'Lain'))
    expect(await list('photos/copies')).toEqual([`${first.sha256}.jpg`, `${second.sha256}.jpg`].sort())
  })

  it('cannot be read when it is gone', async () => {
    const { store } = await open()
    expect(await codeOf(store.readCopy('a'.repeat(64)))).toBe('photos.copy-missing')
  })
})

describe('a library that another process writes', () => {
  it('is read, and not changed', async () => {
    const { folder, add } = await open()
    const { id } = await add(await makePicture('png'))
    const { store, add: addMore } = await open('read', folder)
    expect(await store.list([id])).toHaveLength(1)
    expect((await store.preview(id, 'small')).bytes.length).toBeGreaterThan(0)
    const codes = [
      await codeOf(store.update(id, DETAILS)),
      await codeOf(store.makeCopy(aBlock(id))),
      await codeOf(addMore(await makePicture('webp'))),
    ]
    expect(codes).toEqual(codes.map(() => 'drafts.read-only'))
  })
})

describe('an inspection', () => {
  it('finds every photo that is not what its name says', async () => {
    const { folder, store, add } = await open()
    const [first, second, third] = [
      await add(await makePicture('png')),
      await add(await makePicture('webp')),
      await add(await makeCameraJpeg()),
    ]
    const copy = await store.makeCopy(aBlock(third.id))
    const photos = join(folder, 'photos')
    await writeFile(join(photos, `${first.id}.png`), 'flipped')
    await rm(join(photos, `${second.id}.webp`))
    await writeFile(join(photos, `${third.id}.json`), '{"schema":')
    await writeFile(join(photos, 'copies', `${copy.sha256}.jpg`), 'flipped')
    const found = await inspectPhotos(folder)
    expect(found.map(({ code, path }) => [code, path])).toEqual(
      expect.arrayContaining([
        ['photos.original-changed', join(photos, `${first.id}.png`)],
        ['photos.original-missing', join(photos, `${second.id}.json`)],
        ['photos.record-damaged', join(photos, `${third.id}.json`)],
        ['photos.copy-changed', join(photos, 'copies', `${copy.sha256}.jpg`)],
      ]),
    )
    expect(found).toHaveLength(4)
    expect(await store.list([first.id, third.id])).toMatchObject([{ id: first.id }])
  })
})
