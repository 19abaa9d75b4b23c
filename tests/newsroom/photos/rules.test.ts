import { describe, expect, it } from 'vitest'
import { RedaksiError } from '../../../src/base/errors.ts'
import {
  createPhotoDetails,
  createPhotoNotes,
  findPhotoProblems,
  isMadeByMachine,
  listPhotoBlocks,
  parsePhotoRecord,
  PHOTO_ORIGINS,
  replacePhotos,
  requirePhotos,
  type PhotoRecord,
} from '../../../src/newsroom/photos/index.ts'
import { parseBlockId, type Block } from '../../../src/newsroom/story/index.ts'

const ID = 'a'.repeat(64)

function aRecord(over: Partial<PhotoRecord> = {}): PhotoRecord {
  return parsePhotoRecord({
    ...{ schema: 1, id: ID, type: 'jpeg', width: 1200, height: 800, bytes: 4000 },
    addedAt: '2025-11-13T03:00:00.000Z',
    ...createPhotoDetails({ credit: 'awh/KPU Kota Tirtasari', rights: '' }),
    ...over,
  })
}

function aPhoto(place: number, alt = 'Pelajar di aula', photo = ID): Extract<Block, { kind: 'photo' }> {
  const id = parseBlockId(`b${String(place).padStart(12, '0')}`)
  return { id, kind: 'photo', photo, alt, runs: [{ text: 'Pelajar ' }, { text: 'di aula', bold: true }] }
}

const known = (...records: readonly PhotoRecord[]) => new Map(records.map((each) => [each.id, each]))

describe('the photos of a story', () => {
  it('lack nothing with a credit and words for who cannot see them', () => {
    const blocks: Block[] = [{ id: aPhoto(9).id, kind: 'paragraph', runs: [] }, aPhoto(1)]
    expect(findPhotoProblems({ blocks }, known(aRecord()))).toEqual([])
    expect(listPhotoBlocks({ blocks })).toEqual([aPhoto(1)])
  })

  it('are named with what they lack, blanks counting as nothing', () => {
    const child = aRecord({ id: 'b'.repeat(64), credit: ' \n', consent: { minors: true, note: '' } })
    const blocks = [aPhoto(1, ' '), aPhoto(2, 'Anak', child.id), aPhoto(3, 'x', 'c'.repeat(64))]
    const found = findPhotoProblems({ blocks }, known(aRecord(), child))
    expect(found.map(({ code, place }) => [place, code])).toEqual([
      [1, 'photos.alt-missing'],
      [2, 'photos.credit-missing'],
      [2, 'photos.consent-missing'],
      [3, 'photos.unknown-photo'],
    ])
  })

  it('hold a story up, with how many lack the first thing and which is the first', () => {
    const blocks = [aPhoto(1), aPhoto(2, ''), aPhoto(3, '')]
    expect(() => requirePhotos({ blocks }, known(aRecord()))).toThrow(
      new RedaksiError('photos.alt-missing', { count: 2, first: 2 }),
    )
    expect(() => requirePhotos({ blocks: [aPhoto(1)] }, known(aRecord()))).not.toThrow()
  })

  it('leave under the names of their copies, and say what the story says under them', () => {
    const copy = { sha256: 'd'.repeat(64), width: 1, height: 1, bytes: 1, credit: '', rights: '' }
    const blocks = [aPhoto(1), aPhoto(2)]
    const out = replacePhotos({ blocks }, new Map([[aPhoto(2).id, { ...copy, origin: 'camera' as const }]]))
    expect(listPhotoBlocks(out).map(({ photo }) => photo)).toEqual([ID, copy.sha256])
    expect(createPhotoNotes(aRecord({ rights: '© KPU', origin: 'ai' }), aPhoto(1))).toEqual({
      caption: 'Pelajar di aula',
      alt: 'Pelajar di aula',
      credit: 'awh/KPU Kota Tirtasari',
      copyright: '© KPU',
      sourceType: PHOTO_ORIGINS.ai,
    })
  })
})

describe('a record', () => {
  it.each([
    { origin: 'drawing' },
    { focus: { x: 1.2, y: 0 } },
    { id: 'A'.repeat(64) },
    { width: 0 },
    { place: 'Tirtasari' },
  ])('is refused with %j', (wrong) => {
    expect(() => parsePhotoRecord({ ...aRecord(), ...wrong })).toThrow()
  })

  it('tells a picture that a machine made from one that was taken', () => {
    const origins = Object.keys(PHOTO_ORIGINS) as (keyof typeof PHOTO_ORIGINS)[]
    expect(origins.filter((origin) => isMadeByMachine({ origin }))).toEqual(['ai-edited', 'ai'])
  })
})
