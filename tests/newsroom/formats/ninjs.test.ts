import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatNinjs,
  formatOfficeTime,
  parseNinjs,
  serializeNinjs,
} from '../../../src/newsroom/formats/index.ts'
import type { Story } from '../../../src/newsroom/story/index.ts'
import { arbitraryStory, arbitraryText } from '../../support/arbitraries.ts'
import { aCredit, aHouse, aLongStory, aStory, createTestRandom } from '../../support/builders.ts'
import { codeOf } from '../../support/code-of.ts'
import { printBlock } from '../../support/print-block.ts'
import { parseXml } from '../../support/xml.ts'

const house = aHouse()
const context = {
  house,
  id: '0f9d3c1e-6a52-4b53-9a4e-3f0e1c2d3b4a',
  revision: 7,
  createdAt: '2025-11-13T02:00:00.000Z',
  updatedAt: '2025-11-13T20:10:00.250Z',
}
const write = (story: Story) => serializeNinjs(formatNinjs(story, context))
const read = (value: unknown) =>
  parseNinjs(value, { house, random: createTestRandom(), today: '2025-11-14' }).story
const tryRead = async (value: unknown) => read(value)

describe('formatNinjs', () => {
  it('writes a story whole', () => {
    const photo = { kind: 'photo' as const, photo: 'a'.repeat(64), alt: 'Aula', runs: [{ text: 'Peserta.' }] }
    const story = aStory({
      excerpt: 'Ringkas',
      tags: ['pemilu'],
      blocks: ['Isi 😀.', photo],
      credit: aCredit(),
    })
    const { bodies, ...rest } = formatNinjs(story, context)
    expect(rest).toEqual({
      uri: 'urn:uuid:0f9d3c1e-6a52-4b53-9a4e-3f0e1c2d3b4a',
      type: 'text',
      representationType: 'full',
      standard: {
        name: 'ninjs',
        version: '3.1',
        schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
      },
      version: '7',
      firstCreated: '2025-11-13T09:00:00.000+07:00',
      versionCreated: '2025-11-14T03:10:00.250+07:00',
      contentCreated: '2025-11-13T00:00:00+07:00',
      pubStatus: 'usable',
      language: 'id-ID',
      copyrightHolder: 'Komisi Pemilihan Umum Kota Tirtasari',
      headlines: [
        { role: 'main', contentType: 'text/plain', value: 'KPU Kota Tirtasari Uji Alat Bantu Coblos' },
      ],
      descriptions: [{ role: 'summary', contentType: 'text/plain', value: 'Ringkas' }],
      by: 'Nurlaila Hapsari',
      located: 'Tirtasari',
      slugline: 'kpu-kota-tirtasari-uji-alat-bantu-coblos',
      subjects: [{ name: 'pemilu' }],
      infoSources: [{ name: 'Komisi Pemilihan Umum Kota Tirtasari', literal: 'kota-tirtasari.kpu.go.id' }],
      associations: [
        {
          name: 'photo-1',
          uri: `urn:sha256:${'a'.repeat(64)}`,
          type: 'picture',
          descriptions: [
            { role: 'caption', contentType: 'text/plain', value: 'Peserta.' },
            { role: 'alt', contentType: 'text/plain', value: 'Aula' },
          ],
        },
      ],
    })
    const text = 'Tirtasari, kota-tirtasari.kpu.go.id - Isi 😀. (nrl/ed. Foto: bgs/KPU Kota Tirtasari)'
    const counts = { charCount: 83, wordCount: 8 }
    expect([...text].length).toBe(counts.charCount)
    expect(bodies).toEqual([
      {
        contentType: 'application/xhtml+xml',
        ...counts,
        value: expect.stringMatching(/^<div xmlns/) as string,
      },
      { contentType: 'text/plain', ...counts, value: `${text}\n\nPeserta.` },
    ])
    parseXml(bodies[0]?.value ?? '')
  })

  it('leaves out what a story does not have', () => {
    const story = aStory({ dateline: null, credit: null, event: null })
    const written = Object.keys(formatNinjs(story, context))
    expect(
      ['by', 'located', 'contentCreated', 'descriptions', 'subjects', 'associations'].filter((key) =>
        written.includes(key),
      ),
    ).toEqual([])
    expect(formatNinjs(story, context).infoSources).toEqual([{ name: house.organisation.name }])
  })

  it('names writers by the staff directory, by their initials where it does not know them', () => {
    const credit = aCredit({ writers: { initials: ['nrl', 'xyz', 'bgs'], parting: 'slash' } })
    expect(formatNinjs(aStory({ credit }), context).by).toBe('Nurlaila Hapsari, xyz, Bagas Wicaksono')
  })
})

describe('formatOfficeTime', () => {
  it.each([
    ['2025-12-31T16:59:59.999Z', 'WIB', '2025-12-31T23:59:59.999+07:00'],
    ['2025-12-31T16:59:59.999Z', 'WITA', '2026-01-01T00:59:59.999+08:00'],
    ['2024-02-28T15:00:00Z', 'WIT', '2024-02-29T00:00:00.000+09:00'],
  ] as const)('writes %s in %s as %s', (instant, zone, written) => {
    expect(formatOfficeTime(instant, zone)).toBe(written)
    expect(Date.parse(written)).toBe(Date.parse(instant))
  })

  it('throws at what is no instant', () => {
    expect(() => formatOfficeTime('kemarin', 'WIB')).toThrow(RangeError)
  })
})

describe('an article of ours', () => {
  it('gives any story back with its ids; only how the year was known is lost', () => {
    fc.assert(
      fc.property(arbitraryStory({ text: arbitraryText() }), (story) => {
        const event = story.event === null ? null : { ...story.event, year: 'stated' as const }
        expect(read(write(story))).toEqual({ ...story, event })
      }),
      { numRuns: 200 },
    )
  })

  it("keeps the day in every zone, whatever the reader's", () => {
    for (const zone of ['WIB', 'WITA', 'WIT'] as const) {
      const away = aHouse({ organisation: { ...house.organisation, zone } })
      expect(read(formatNinjs(aStory(), { ...context, house: away })).event?.date).toBe('2025-11-13')
    }
  })

  it('is the same bytes for the same story, whatever the order of its fields', () => {
    const article = formatNinjs(aStory(), context)
    const turned = Object.fromEntries(Object.entries(article).toReversed()) as typeof article
    expect(serializeNinjs(turned)).toBe(write(aStory()))
    expect(JSON.stringify(turned)).not.toBe(JSON.stringify(article))
  })

  it('holds 20,000 words', () => {
    const story = aLongStory(20_000)
    expect(read(write(story))).toEqual(story)
    expect(formatNinjs(story, context).bodies[0]?.wordCount).toBeGreaterThan(20_000)
  })
})

describe('parseNinjs of an article of another make', () => {
  const article = { uri: 'https://contoh.id/1', headlines: [{ value: 'Judul' }], bodies: [{ value: 'a' }] }

  it('reads plain text by its blank lines and its house forms', () => {
    const value = 'Tirtasari, kpu.go.id - a\r\n\r\nb\nc (nrl/ed)'
    const story = read({
      ...article,
      bodies: [{ contentType: 'text/plain', value }],
      profile: 'x',
      people: [{}],
    })
    expect(story.blocks.map(printBlock)).toEqual(['paragraph: a', 'paragraph: b\nc'])
    expect([story.headline, story.slug, story.dateline?.place, story.credit?.join]).toEqual([
      'Judul',
      'judul',
      'Tirtasari',
      'space',
    ])
  })

  it('takes marked-up text before plain, and a body without a type for plain', () => {
    const bodies = [
      { contentType: 'text/plain', value: 'polos' },
      { contentType: 'text/html', value: '<h1>Lain</h1><p>kaya <b>a</b></p>' },
    ]
    expect(read({ ...article, bodies }).blocks.map(printBlock)).toEqual(['paragraph: kaya {bold|a}'])
    expect(read({ ...article, bodies: [{ value: '<p>a</p>' }] }).blocks.map(printBlock)).toEqual([
      'paragraph: <p>a</p>',
    ])
  })

  it('takes what it has for excerpt, tags and slug', () => {
    const story = read({
      ...article,
      descriptions: [{ value: 'satu' }, { role: 'summary', value: 'dua' }],
      subjects: [{ name: 'a' }, {}],
      slugline: 'Bukan Slug',
    })
    expect([story.excerpt, story.tags, story.slug]).toEqual(['dua', ['a'], 'judul'])
  })

  it('looks for the event in the lede, since its times are of something else', () => {
    const story = read({
      ...article,
      contentCreated: '2020-01-01T00:00:00Z',
      bodies: [{ value: 'Isi, Kamis (13/11).' }],
    })
    expect(story.event).toEqual({ date: '2025-11-13', year: 'assumed' })
  })

  it.each<[string, unknown]>([
    ['not JSON', '{'],
    ['a text', '"teks"'],
    ['null', null],
    ['a list', []],
    ['no uri', { ...article, uri: undefined }],
    ['a picture', { ...article, type: 'picture' }],
    ['neither headline nor body', { uri: 'a' }],
    ['a headline of 1.x', { uri: 'a', headline: 'Judul', body_text: 'Isi' }],
    ['a body that is no text', { ...article, bodies: [{ value: 1 }] }],
    ['JSON nested deep', '['.repeat(1_000_000)],
  ])('is refused: %s', async (_, value) => {
    expect(await codeOf(tryRead(value))).toBe('formats.not-ninjs')
  })

  it('is refused where its body is too deep or the file too large', async () => {
    const bodies = [{ contentType: 'text/html', value: '<div>'.repeat(1000) }]
    expect(await codeOf(tryRead({ ...article, bodies }))).toBe('formats.too-deep')
    expect(await codeOf(tryRead(' '.repeat(8 * 1024 * 1024 + 1)))).toBe('formats.too-large')
  })
})
