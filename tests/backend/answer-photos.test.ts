import { createHash } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import exifr from 'exifr'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { examineLibrary } from '../../src/backend/index.ts'
import { createSystemClock } from '../../src/base/node/system.ts'
import { PHOTO_ORIGINS, type PhotoProgress } from '../../src/newsroom/photos/index.ts'
import { createBlockId } from '../../src/newsroom/story/index.ts'
import { aStory, createTestRandom } from '../support/builders.ts'
import { codeOf } from '../support/code-of.ts'
import { makeCameraJpeg, makePicture } from '../support/pictures.ts'
import { openFreshNewsroom, type NewsroomRig } from './newsroom-rig.ts'

/** Hands bytes in as a page does. */
async function handIn({ backend }: NewsroomRig, bytes: Uint8Array): Promise<string> {
  const id = createHash('sha256').update(bytes).digest('hex')
  await backend.putBlob(id, yieldOnce(bytes))
  return id
}

async function* yieldOnce(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** A draft whose story ends with a photo that has an alternative text and a caption. */
async function createIllustrated({ client }: NewsroomRig, photo: string): Promise<string> {
  const { id } = await client.drafts.create({ headline: 'Uji Alat Bantu Coblos' })
  const story = aStory()
  const block = {
    id: createBlockId(createTestRandom(77)),
    kind: 'photo' as const,
    photo,
    alt: 'Pelajar di aula',
    runs: [{ text: 'Pelajar mencoba alat bantu.' }],
  }
  await client.drafts.save({ id, baseRevision: 1, story: { ...story, blocks: [...story.blocks, block] } })
  return id
}

describe('the answers for photos', () => {
  it('take in what was handed in, tell how far that is, and show it', async () => {
    const rig = await openFreshNewsroom()
    const told: PhotoProgress[] = []
    rig.client.on('photos.progress', (progress) => told.push(progress))
    const id = await handIn(rig, await makeCameraJpeg())
    const record = await rig.client.photos.import({ id })
    expect(told).toEqual([1, 2].map((done) => ({ id, done, total: 2 })))
    expect(await rig.client.photos.list({ ids: [id] })).toEqual([record])
    const { source, width, height } = await rig.client.photos.preview({ id, size: 'small' })
    expect([source.slice(0, 23), width, height]).toEqual(['data:image/jpeg;base64,', 320, 213])
  })

  it('stop taking one in when they are told to', async () => {
    const rig = await openFreshNewsroom()
    const id = await handIn(rig, await makeCameraJpeg())
    const importing = codeOf(rig.client.photos.import({ id }))
    await rig.client.photos.cancel({ id })
    expect(await importing).toBe('photos.stopped')
    expect(await codeOf(rig.client.photos.import({ id }))).toBe('photos.not-there')
  })

  it('tell who listens that something else is said of a photo', async () => {
    const rig = await openFreshNewsroom()
    const id = await handIn(rig, await makePicture('png'))
    const { caption, alt, rights, consent, origin, crop, focus } = await rig.client.photos.import({ id })
    const told: unknown[] = []
    rig.client.on('photos.changed', (change) => told.push(change))
    const details = { caption, alt, rights, consent, origin, crop, focus, credit: 'awh/KPU Kota Tirtasari' }
    expect(await rig.client.photos.update({ id, details })).toMatchObject(details)
    expect(told).toEqual([{ id }])
  })
})

describe('a story with a photo', () => {
  it('is signed off once the photo has a credit, and leaves with a copy of its own name', async () => {
    const rig = await openFreshNewsroom()
    const { client, newsroom } = rig
    const photo = await handIn(rig, await makeCameraJpeg())
    const {
      id: _id,
      schema: _schema,
      type: _type,
      width: _w,
      height: _h,
      bytes: _b,
      addedAt: _at,
      ...details
    } = await client.photos.import({ id: photo })
    const id = await createIllustrated(rig, photo)
    expect(await codeOf(client.drafts.signOff({ id, revision: 2, by: 'ed' }))).toBe('photos.credit-missing')
    await client.photos.update({ id: photo, details: { ...details, credit: 'awh/KPU Kota Tirtasari' } })
    await client.drafts.signOff({ id, revision: 2, by: 'ed' })
    const url = join(rig.folder, '..', 'situs')
    await newsroom.targets.add({ name: 'situs', type: 'folder', url, secretEnv: null }, null)
    await client.publish.publish({ id })
    await expect.poll(() => client.publish.entries(), { timeout: 15_000 }).toEqual([])
    const article = JSON.parse(await readFile(join(url, 'articles', `${id}.json`), 'utf8'))
    const [association] = article.associations
    expect(association).toMatchObject({
      by: 'awh/KPU Kota Tirtasari',
      digitalSourceType: { name: 'camera', uri: PHOTO_ORIGINS.camera },
      renditions: [{ name: 'full', contentType: 'image/jpeg', width: 1200, height: 800 }],
    })
    const [name = ''] = await readdir(join(url, 'photos'))
    const bytes = await readFile(join(url, 'photos', name))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect([name, association.uri]).toEqual([`${sha256}.jpg`, `urn:sha256:${sha256}`])
    expect(association.renditions[0].sizeInBytes).toBe(bytes.length)
    expect(sha256).not.toBe(photo)
    expect(await exifr.gps(bytes)).toBeUndefined()
    const [page = ''] = await readdir(join(url, 'berita'))
    const html = await readFile(join(url, 'berita', page), 'utf8')
    expect(html).toContain(`<img src="../photos/${sha256}.jpg" alt="Pelajar di aula"/>`)
    expect(html).toContain('Pelajar mencoba alat bantu. Foto: awh/KPU Kota Tirtasari')
  })

  it('is held up when the library does not have the photo', async () => {
    const rig = await openFreshNewsroom()
    const id = await createIllustrated(rig, 'e'.repeat(64))
    expect(await codeOf(rig.client.drafts.signOff({ id, revision: 2, by: 'ed' }))).toBe(
      'photos.unknown-photo',
    )
  })
})

describe('an exported page', () => {
  it('holds its photos itself, clean, and is the same each time', async () => {
    const rig = await openFreshNewsroom()
    const photo = await handIn(rig, await makeCameraJpeg())
    await rig.client.photos.import({ id: photo })
    const id = await createIllustrated(rig, photo)
    const { text } = await rig.client.drafts.export({ id, format: 'html' })
    expect((await rig.client.drafts.export({ id, format: 'html' })).text).toBe(text)
    const [, encoded = ''] = /<img src="data:image\/jpeg;base64,([^"]+)"/.exec(text) ?? []
    const bytes = Buffer.from(encoded, 'base64')
    expect(bytes.length).toBeGreaterThan(1000)
    expect(await exifr.gps(bytes)).toBeUndefined()
    const plain = await rig.client.drafts.export({ id, format: 'txt' })
    expect(plain.text).toContain('Pelajar mencoba alat bantu.')
  })

  it('is a Word file with its photos, too', async () => {
    const rig = await openFreshNewsroom()
    const photo = await handIn(rig, await makeCameraJpeg())
    await rig.client.photos.import({ id: photo })
    const id = await createIllustrated(rig, photo)
    const { text, encoding, fileName } = await rig.client.drafts.export({ id, format: 'docx' })
    expect([encoding, fileName.slice(-5)]).toEqual(['base64', '.docx'])
    const parts = unzipSync(Buffer.from(text, 'base64'))
    const pictures = Object.keys(parts).filter((name) => name.startsWith('word/media/'))
    expect(pictures).toHaveLength(1)
    expect(await exifr.gps(Buffer.from(parts[pictures[0] ?? ''] ?? []))).toBeUndefined()
  })

  it('names a photo that the library does not have', async () => {
    const rig = await openFreshNewsroom()
    const id = await createIllustrated(rig, 'e'.repeat(64))
    const { text } = await rig.client.drafts.export({ id, format: 'html' })
    expect(text).toContain(`<img src="photos/${'e'.repeat(64)}.jpg"`)
  })
})

describe('the doctor', () => {
  it('looks the photos over, too', async () => {
    const rig = await openFreshNewsroom()
    const photo = await handIn(rig, await makePicture('png'))
    await rig.client.photos.import({ id: photo })
    const surroundings = { ...rig.newsroom.surroundings, clock: createSystemClock() }
    const examine = () => examineLibrary(rig.folder, { fix: false, surroundings })
    expect((await examine()).problems).toEqual([])
    await rm(join(rig.folder, 'photos', `${photo}.png`))
    expect((await examine()).problems).toMatchObject([{ code: 'photos.original-missing' }])
  })
})

describe('a sign-off of a story with a photo', () => {
  /** An approved story with one photo, and the words that are known of the photo. */
  async function approveIllustrated() {
    const rig = await openFreshNewsroom()
    const photo = await handIn(rig, await makePicture('png'))
    const { caption, alt, rights, consent, origin, crop, focus } = await rig.client.photos.import({
      id: photo,
    })
    const details = { caption, alt, rights, consent, origin, crop, focus, credit: 'bgs/KPU Kota Tirtasari' }
    await rig.client.photos.update({ id: photo, details })
    const id = await createIllustrated(rig, photo)
    const approve = () => rig.client.drafts.signOff({ id, revision: 2, by: 'ed' })
    await approve()
    const read = async () => {
      const { draft, status } = await rig.client.drafts.read({ id })
      const { drafts } = await rig.client.drafts.list({})
      return [draft.signOff?.by ?? null, status, drafts[0]?.status]
    }
    return { ...rig, id, photo, details, approve, read }
  }

  it('is asked for again when what leaves with the photo is said otherwise, of the same revision', async () => {
    const { client, id, photo, details, approve, read } = await approveIllustrated()
    expect(await read()).toEqual(['ed', 'approved', 'approved'])
    const told: unknown[] = []
    client.on('drafts.changed', (change) => told.push(change))
    await client.photos.update({ id: photo, details: { ...details, credit: 'awh/KPU Kota Tirtasari' } })
    expect(await read()).toEqual([null, 'draft', 'draft'])
    expect(told).toEqual([{ id, revision: 2 }])
    expect(await codeOf(client.publish.publish({ id }))).toBe('desk.not-approved')
    await approve()
    expect(await read()).toEqual(['ed', 'approved', 'approved'])
  })

  it('stands when only what stays in the library was said', async () => {
    const { client, photo, details, read } = await approveIllustrated()
    const consent = { minors: true, note: 'Wali kelas setuju' }
    await client.photos.update({ id: photo, details: { ...details, caption: 'Lain', consent } })
    expect(await read()).toEqual(['ed', 'approved', 'approved'])
  })

  it('counts no more where the library was changed behind it', async () => {
    const { client, newsroom, id, photo, details, read } = await approveIllustrated()
    await newsroom.photos.update(photo, { ...details, crop: '1:1' })
    expect((await read())[0]).toBeNull()
    expect(await codeOf(client.publish.publish({ id }))).toBe('desk.not-approved')
  })
})
