import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import exifr from 'exifr'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { confineDecoders, makePictures, placeCrop } from '../../../src/base/node/make-pictures.ts'
import type { PictureOutput, PictureResult } from '../../../src/base/node/picture-protocol.ts'
import type { PictureNotes } from '../../../src/base/picture-notes.ts'
import { makeBomb, makeCameraJpeg, makePicture, makeTalkativeJpeg } from '../../support/pictures.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'

const NOTES: PictureNotes = {
  caption: 'Pelajar & guru <di> aula, 13 November',
  alt: 'Dua puluh pelajar duduk melingkar',
  credit: 'awh/KPU Kota Tirtasari',
  copyright: '© 2025 KPU Kota Tirtasari',
  sourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
}

async function make(bytes: Uint8Array, wish: Partial<PictureOutput> = {}) {
  const folder = await makeTemporaryFolder()
  const path = join(folder, 'in')
  await writeFile(path, bytes)
  const output = { path: join(folder, 'out.jpg'), side: 600, quality: 86, notes: NOTES, ...wish }
  const result = await makePictures({ path, outputs: [output] })
  const files = (await readdir(folder)).filter((name) => name !== 'in')
  const read = () => readFile(join(folder, files[0] ?? ''))
  return { result, files, read }
}

const refusalOf = (result: PictureResult) => (result.kind === 'refused' ? result.reason : 'taken')

/** Everything that a reader we did not write finds. */
async function readAll(bytes: Uint8Array) {
  const options = { tiff: true, xmp: true, iptc: true, icc: true, jfif: true, ihdr: true, mergeOutput: false }
  return exifr.parse(Buffer.from(bytes), options)
}

function readReferences(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

describe('a JPEG that is made', () => {
  it('carries no place, serial number, owner or thumbnail, wherever the camera put them', async () => {
    const before = await makeCameraJpeg()
    expect(JSON.stringify(await readAll(before))).toMatch(/GPSLatitude.*SN-4711|SN-4711.*GPSLatitude/)
    const { read } = await make(before)
    const after = await read()
    expect(JSON.stringify(await readAll(after))).not.toMatch(/GPS|latitude|SN-4711|LN-0815|Lestari|Kameraku/i)
    expect(await exifr.thumbnail(after)).toBeUndefined()
    expect(after.toString('latin1')).not.toMatch(/Exif\0|SN-4711|Lestari/)
  })

  it('carries no thumbnail, maker note, older field, comment or second picture of the file', async () => {
    const before = Buffer.from(await makeTalkativeJpeg())
    const found = await exifr.parse(before, { makerNote: true, iptc: true, mergeOutput: false })
    expect(Buffer.from(found.makerNote).toString()).toContain('RAHASIA')
    expect([found.iptc.City, await exifr.thumbnail(before)]).toEqual(['RAHASIA', expect.anything()])
    expect(before.toString('latin1').split('RAHASIA').length - 1).toBe(6)
    const { read } = await make(before)
    const after = await read()
    expect(await exifr.thumbnail(after)).toBeUndefined()
    expect(after.toString('latin1')).not.toContain('RAHASIA')
    expect(after.toString('latin1').split('\u00ff\u00d8\u00ff')).toHaveLength(2)
  })

  it('says its credit, caption, copyright, alternative and origin in IPTC fields', async () => {
    const { read } = await make(await makeCameraJpeg())
    const found = await readAll(await read())
    // The reader takes every text for Latin-1, whatever the file says of its letters.
    const iim = Object.entries(found.iptc).map(([name, text]) => [
      name,
      Buffer.from(String(text), 'latin1').toString(),
    ])
    expect(Object.fromEntries(iim)).toMatchObject({
      Caption: NOTES.caption,
      Credit: NOTES.credit,
      CopyrightNotice: NOTES.copyright,
    })
    expect(found.photoshop.Credit).toBe(NOTES.credit)
    // Nor does it read the references of XML.
    expect(readReferences(found.dc.description.value)).toBe(NOTES.caption)
    expect(found.dc.rights.value).toBe(NOTES.copyright)
    expect(found.Iptc4xmpExt.DigitalSourceType).toBe(NOTES.sourceType)
    expect(found.Iptc4xmpCore.AltTextAccessibility.value).toBe(NOTES.alt)
  })

  it('is upright, whichever way the camera was held', async () => {
    const { result, read } = await make(await makeCameraJpeg({ orientation: 6 }))
    expect(result).toMatchObject({
      facts: { type: 'jpeg', width: 800, height: 1200 },
      outputs: [{ width: 400, height: 600 }],
    })
    const { data, info } = await sharp(await read())
      .raw()
      .toBuffer({ resolveWithObject: true })
    // The left half, red, is now at the top.
    expect([...data.subarray(0, 3)].map((each) => each > 128)).toEqual([true, false, false])
    expect(info.width).toBe(400)
  })

  it('is in sRGB, whatever the file was in', async () => {
    const wide = await sharp(await makeCameraJpeg())
      .withIccProfile('p3')
      .jpeg()
      .toBuffer()
    const cmyk = await sharp(await makeCameraJpeg())
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer()
    for (const bytes of [wide, cmyk]) {
      const { read } = await make(bytes)
      expect(await sharp(await read()).metadata()).toMatchObject({
        space: 'srgb',
        hasProfile: false,
        channels: 3,
      })
    }
  })

  it('is named by its digest where that is asked for, and never enlarged', async () => {
    const folder = await makeTemporaryFolder()
    const { result } = await make(await makePicture('png'), { path: join(folder, '{sha256}.jpg') })
    if (result.kind === 'refused') throw new Error(result.reason)
    const [output] = result.outputs
    const bytes = await readFile(output?.path ?? '')
    expect(output?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(await readdir(folder)).toEqual([`${output?.sha256}.jpg`])
    expect(output).toMatchObject({ width: 300, height: 200, bytes: bytes.length })
  })

  it('is cut to an aspect around a point', async () => {
    const crop = { aspect: 1, x: 1, y: 0.5 }
    const { result, read } = await make(await makeCameraJpeg(), { crop })
    expect(result).toMatchObject({ outputs: [{ width: 600, height: 600 }] })
    const { data } = await sharp(await read())
      .resize(1, 1)
      .raw()
      .toBuffer({ resolveWithObject: true })
    // The right end is blue for the most part.
    expect((data[2] ?? 0) > (data[0] ?? 0)).toBe(true)
    expect(placeCrop({ width: 1200, height: 800 }, crop)).toEqual({
      left: 400,
      top: 0,
      width: 800,
      height: 800,
    })
    expect(placeCrop({ width: 1200, height: 800 }, { aspect: 3, x: 0, y: 0 })).toEqual({
      left: 0,
      top: 0,
      width: 1200,
      height: 400,
    })
  })

  it('reads back as the notes that were given', async () => {
    const first = await make(await makeCameraJpeg())
    const second = await make(await first.read())
    expect(second.result).toMatchObject({ facts: { notes: NOTES } })
  })

  it('is the same each time', async () => {
    const [first, second] = await Promise.all([make(await makeCameraJpeg()), make(await makeCameraJpeg())])
    expect(await first.read()).toEqual(await second.read())
  })
})

describe('a file', () => {
  it.each(['png', 'webp', 'avif'] as const)('of the kind %s is taken', async (type) => {
    const { result } = await make(await makePicture(type))
    expect(result).toMatchObject({ kind: 'made', facts: { type, width: 300, height: 200 } })
  })

  it.each(['gif', 'tiff'] as const)(
    'of the kind %s is refused, as are pages, drawings and nothing',
    async (type) => {
      const texts = ['', '<svg xmlns="http://www.w3.org/2000/svg"/>', '<html></html>', '%PDF-1.7']
      const all = [await makePicture(type), ...texts.map((text) => Buffer.from(text))]
      const refusals = await Promise.all(all.map(async (bytes) => refusalOf((await make(bytes)).result)))
      expect(refusals).toEqual(all.map(() => 'type'))
    },
  )

  it('that begins as one kind and is another is refused', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    const png = Buffer.from(await makePicture('png'))
    const lies = [
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), svg]),
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), png]),
      Buffer.concat([png.subarray(0, 8), svg]),
    ]
    const refusals = await Promise.all(lies.map(async (bytes) => refusalOf((await make(bytes)).result)))
    expect(refusals).toEqual(lies.map(() => 'damaged'))
  })

  it('that was cut off is refused, and leaves nothing', async () => {
    const whole = [await makeCameraJpeg(), await makePicture('png'), await makePicture('webp')]
    const cuts = whole.flatMap((bytes) =>
      [0.3, 0.6, 0.95].map((part) => bytes.subarray(0, Math.floor(bytes.length * part))),
    )
    const made = await Promise.all(cuts.map((bytes) => make(bytes)))
    expect(made.map(({ result, files }) => [refusalOf(result), files])).toEqual(
      cuts.map(() => ['damaged', []]),
    )
  })

  it('with an archive, a program or a page behind the picture is refused', async () => {
    const tails = [
      'PK\u0003\u0004archive',
      '<script>alert(1)</script>',
      'MZ\u0090',
      '#!/bin/sh',
      '\n%PDF-1.7',
    ]
    const picture = Buffer.from(await makeCameraJpeg())
    const png = Buffer.from(await makePicture('png'))
    const files = [picture, png].flatMap((bytes) =>
      tails.map((tail) => Buffer.concat([bytes, Buffer.from(tail, 'latin1')])),
    )
    const refusals = await Promise.all(files.map(async (bytes) => refusalOf((await make(bytes)).result)))
    expect(refusals).toEqual(files.map(() => 'foreign'))
  })

  it('with a film or notes of a phone behind the picture is taken, and the copy has none of it', async () => {
    const film = Buffer.from('\0\0\0\u0018ftypmp42 the film of a phone', 'latin1')
    const { result, read } = await make(Buffer.concat([await makeCameraJpeg(), film]))
    expect(refusalOf(result)).toBe('taken')
    expect((await read()).includes('ftypmp42')).toBe(false)
  })

  it('of more pixels than memory holds is refused before it is decoded', async () => {
    const bomb = makeBomb(14_000)
    expect(bomb.length).toBeLessThan(100_000)
    expect(refusalOf((await make(bomb)).result)).toBe('pixels')
  })
})

describe('the decoders', () => {
  it('that are not ours stay out of reach', async () => {
    confineDecoders()
    const gif = await makePicture('gif')
    await expect(sharp(gif).metadata()).rejects.toThrow()
    expect(await sharp(await makePicture('avif')).metadata()).toMatchObject({ format: 'heif' })
  })
})
