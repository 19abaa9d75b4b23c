import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import exifr from 'exifr'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { makePictures } from '../../src/base/node/make-pictures.ts'
import { openPhotoShelf } from '../../src/endpoint/index.ts'
import { chooseWidths } from '../../src/endpoint/photos/photo-shelf.ts'
import { cleanBody, Markup } from '../../src/newsroom/public-page/index.ts'
import { INJECTION_VECTORS } from '../support/injection-vectors.ts'
import { codeOf } from '../support/code-of.ts'
import { makeBomb, makeCameraJpeg, makePicture } from '../support/pictures.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { findForeign } from './support/allow-list.ts'
import { anArticle, aUuid } from './support/articles.ts'
import { createHarness, NOW, read, type Harness } from './support/harness.ts'
import { aPhoto, aPhotoShelf, digest } from './support/photos.ts'
import { VECTORS } from './support/vectors.ts'

const JPEG = { 'content-type': 'image/jpeg' }
const FIGURE = (sha256: string, caption = 'Pelajar di aula.') =>
  `<figure data-photo="${sha256}"><img src="photos/${sha256}.jpg" alt="x"/><figcaption>${caption}</figcaption></figure>`

/** An endpoint that holds one photo, straight from a camera. */
async function startWithPhoto(): Promise<Harness & { readonly sha256: string }> {
  const harness = createHarness({ photos: await aPhotoShelf() })
  const payload = Buffer.from(await makeCameraJpeg())
  const sha256 = digest(payload)
  expect((await harness.send('PUT', `/v1/photos/${sha256}`, { payload, headers: JPEG })).status).toBe(201)
  return { ...harness, sha256 }
}

function anIllustrated(n: number, sha256: string, over: Parameters<typeof anArticle>[1] = {}) {
  const value = `<p>Sebelum.</p>${FIGURE(sha256)}<p>Sesudah.</p>`
  const bodies = [{ contentType: 'application/xhtml+xml', value }]
  return anArticle(n, { bodies, associations: [aPhoto(sha256)], ...over })
}

describe('putting a photo', () => {
  it('holds it in its widths, and is the same photo the second time', async () => {
    const { send, get, sha256 } = await startWithPhoto()
    const held = { sha256, width: 1200, height: 800, widths: [480, 960, 1200] }
    const payload = Buffer.from(await makeCameraJpeg())
    const again = await send('PUT', `/v1/photos/${sha256}`, { payload, headers: JPEG })
    expect([again.status, JSON.parse(again.body)]).toEqual([200, held])
    expect(JSON.parse((await get(`/v1/photos/${sha256}`)).body)).toEqual(held)
  })

  it('offers no width that it would have to enlarge', () => {
    expect([300, 480, 1000, 2048, 9000].map(chooseWidths)).toEqual([
      [300],
      [480],
      [480, 960, 1000],
      [480, 960, 1440, 2048],
      [480, 960, 1440, 2048],
    ])
  })

  it('refuses what is no whole JPEG, too large, or not what its name says, and leaves nothing', async () => {
    const folder = await makeTemporaryFolder()
    const shelf = openPhotoShelf(folder)
    const jpeg = await makeCameraJpeg()
    const wide = await sharp(makeBomb(8_000), { limitInputPixels: false }).jpeg({ quality: 1 }).toBuffer()
    const files = [
      await makePicture('png'),
      jpeg.subarray(0, 4_000),
      wide,
      Buffer.from('<svg/>'),
      Buffer.alloc(0),
    ]
    const codes = await Promise.all(files.map((bytes) => codeOf(shelf.put(digest(bytes), bytes))))
    expect(codes).toEqual(files.map(() => 'endpoint.photo-invalid'))
    expect(await codeOf(shelf.put('a'.repeat(64), jpeg))).toBe('endpoint.photo-mismatch')
    expect(await readdir(folder)).toEqual([])
    await shelf.close()
  })

  it('makes one whole that a killed run or a bad disk left in pieces', async () => {
    const folder = await makeTemporaryFolder()
    const shelf = openPhotoShelf(folder)
    const jpeg = await makeCameraJpeg()
    const held = await shelf.put(digest(jpeg), jpeg)
    await writeFile(join(folder, digest(jpeg), 'photo.json'), '{"sha256":')
    expect(await shelf.find(digest(jpeg))).toBeNull()
    expect(await shelf.put(digest(jpeg), jpeg)).toEqual(held)
    await shelf.close()
  })
})

describe('a picture that readers get', () => {
  it('says nothing of what the file that was put says, but its credit', async () => {
    const { get, put, app, sha256 } = await startWithPhoto()
    await put(anIllustrated(1, sha256))
    for (const width of [480, 960, 1200]) {
      const { rawPayload } = await app.inject(`/photos/${sha256}/${width}.jpg`)
      expect(await sharp(rawPayload).metadata()).toMatchObject({ format: 'jpeg', width, space: 'srgb' })
      expect(await exifr.gps(rawPayload)).toBeUndefined()
      expect(rawPayload.toString('latin1')).not.toMatch(/SN-4711|Lestari|Exif\0/)
    }
    expect((await get(`/photos/${sha256}/480.jpg`)).headers['cache-control']).toContain('immutable')
  })

  it('keeps the notes of a newsroom', async () => {
    const folder = await makeTemporaryFolder()
    const [path, out] = [join(folder, 'in'), join(folder, 'out.jpg')]
    await writeFile(path, await makeCameraJpeg())
    const notes = {
      ...{ caption: 'Pelajar di aula', alt: 'Dua puluh pelajar', credit: 'awh/KPU Kota Tirtasari' },
      ...{ copyright: 'KPU', sourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/humanEdits' },
    }
    await makePictures({ path, outputs: [{ path: out, side: 800, quality: 80, notes }] })
    const bytes = await sharp(out).keepMetadata().toBuffer()
    const shelf = await aPhotoShelf()
    await shelf.put(digest(bytes), bytes)
    const shown = Buffer.from((await shelf.read(digest(bytes), 480)) ?? [])
    const found = await exifr.parse(shown, { xmp: true, iptc: true, tiff: false, mergeOutput: false })
    expect([found.photoshop.Credit, found.iptc.Credit]).toEqual([notes.credit, notes.credit])
    expect(found.Iptc4xmpExt.DigitalSourceType).toBe(notes.sourceType)
    await shelf.close()
  })

  it('is there as long as a story that readers may see shows it', async () => {
    const { get, put, withdraw, clock, sha256 } = await startWithPhoto()
    const look = async () => (await get(`/photos/${sha256}/480.jpg`)).status
    const seen = [await look()]
    const embargoedUntil = '2025-11-13T18:00:00+07:00'
    const first = await put(anIllustrated(1, sha256, { embargoedUntil }))
    seen.push(await look())
    clock.time = NOW + 3_600_000
    seen.push(await look())
    const second = await put(anArticle(1, { version: '2' }), first.headers['etag'])
    seen.push(await look())
    const third = await put(anIllustrated(1, sha256, { version: '3' }), second.headers['etag'])
    seen.push(await look())
    await withdraw(aUuid(1), 'Anak dalam foto.', third.headers['etag'] ?? '')
    seen.push(await look())
    expect(seen).toEqual([404, 404, 200, 404, 200, 404])
  })
})

describe('a story with a photo', () => {
  it('is refused until its photo is held', async () => {
    const { put } = createHarness({ photos: await aPhotoShelf() })
    const answer = await put(anIllustrated(1, 'a'.repeat(64)))
    expect([answer.status, read(answer, 'type')]).toEqual([422, 'urn:redaksi:problem:photo-missing'])
  })

  it('shows it in its place, with its size, its words and its credit', async () => {
    const { get, put, sha256 } = await startWithPhoto()
    const { headers, body } = await put(anIllustrated(1, sha256))
    expect(headers['etag']).toBeDefined()
    const page = await get(new URL(JSON.parse(body).address).pathname)
    const at = (width: number) => `/photos/${sha256}/${width}.jpg`
    expect(page.body).toContain(
      `<p>Sebelum.</p><figure><div class="pic"><img src="${at(960)}" srcset="${at(480)} 480w, ${at(960)} 960w, ${at(1200)} 1200w"`,
    )
    expect(page.body).toContain('width="1200" height="800" alt="Dua puluh &quot;pelajar&quot; duduk"')
    expect(page.body).toContain(
      '<figcaption>Pelajar di aula. <span class="by">Foto: awh/KPU Kota Tirtasari</span></figcaption></figure><p>Sesudah.</p>',
    )
    expect(page.body).toContain(`<meta property="og:image" content="http://127.0.0.1${at(1200)}">`)
  })

  it('leads the front page with its first photo', async () => {
    const { get, put, sha256 } = await startWithPhoto()
    await put(anIllustrated(1, sha256))
    const { body } = await get('/')
    expect(body).toMatch(
      new RegExp(`<article class="lead">\\s*<div class="pic"><img src="/photos/${sha256}/960.jpg"`),
    )
    expect(body).not.toContain('class="opening"')
  })

  it('says of a picture that a machine made it', async () => {
    const { get, put, sha256 } = await startWithPhoto()
    const uri = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia'
    const photo = aPhoto(sha256, { digitalSourceType: { name: 'ai', uri } })
    await put(anIllustrated(1, sha256, { associations: [photo] }))
    expect((await get('/')).body).toContain('<span class="ai">Dibuat dengan AI</span>')
  })
})

describe('a figure in a body', () => {
  const PICTURE = '<div class="pic"></div>'
  const SHA256 = 'a'.repeat(64)
  const figures = new Map([
    [SHA256, { picture: new Markup(PICTURE), credit: new Markup('<span class="by">Foto: awh</span>') }],
  ])
  const clean = (markup: string) => cleanBody(markup, figures).html.text

  it.each([
    [
      'with a caption in marks',
      FIGURE(SHA256, 'a <b>b</b>'),
      `<figure>${PICTURE}<figcaption>a <strong>b</strong> <span class="by">Foto: awh</span></figcaption></figure>`,
    ],
    [
      'without a caption',
      FIGURE(SHA256, ''),
      `<figure>${PICTURE}<figcaption><span class="by">Foto: awh</span></figcaption></figure>`,
    ],
    [
      'with blocks in its caption',
      FIGURE(SHA256, '<p>a</p><ul><li>b</li></ul>'),
      `<figure>${PICTURE}<figcaption>ab <span class="by">Foto: awh</span></figcaption></figure>`,
    ],
    ['of a photo that is not held', FIGURE('b'.repeat(64)), '<p>Pelajar di aula.</p>'],
    [
      'in a list, which it ends',
      `<ul><li>a${FIGURE(SHA256, 'b')}</li></ul>`,
      `<ul><li>a</li></ul><figure>${PICTURE}<figcaption>b <span class="by">Foto: awh</span></figcaption></figure>`,
    ],
    [
      'that is never closed',
      `<figure data-photo="${SHA256}">a`,
      `<figure>${PICTURE}<figcaption>a <span class="by">Foto: awh</span></figcaption></figure>`,
    ],
  ])('%s', (_, markup, expected) => {
    expect(clean(markup)).toBe(expected)
  })

  it('lets nothing else in, whatever its caption holds', () => {
    const all = [...VECTORS, ...INJECTION_VECTORS]
    expect(all.length).toBeGreaterThan(100)
    const left = all.flatMap((vector) => {
      const cleaned = clean(`<figure data-photo="${SHA256}">${vector}<figcaption>${vector}</figure>${vector}`)
      const known = cleaned.replaceAll(PICTURE, '').replaceAll(/<span class="by">Foto: awh<\/span>/g, '')
      const plain = known.replaceAll(/<\/?figure>/g, '').replaceAll('figcaption>', 'p>')
      return findForeign(plain).map((foreign) => `${vector}: ${foreign}`)
    })
    expect(left).toEqual([])
  })
})
