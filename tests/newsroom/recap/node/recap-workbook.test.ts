import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { createTranslate } from '../../../../src/backend/locale.ts'
import { createRecap } from '../../../../src/newsroom/recap/index.ts'
import { createRecapWorkbook } from '../../../../src/newsroom/recap/node/index.ts'
import { aHouse } from '../../../support/builders.ts'
import { INJECTION_VECTORS } from '../../../support/injection-vectors.ts'
import { parseXml } from '../../../support/xml.ts'
import { aPublished } from '../a-published.ts'

const HOSTILE = [
  '=HYPERLINK("https://jahat.example","Klik")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '=cmd|"/c calc"!A0',
]

/** A workbook's parts, by their names. */
async function open(stories: Parameters<typeof createRecap>[1]) {
  const recap = createRecap('2025-10', stories, aHouse())
  const files = unzipSync(await createRecapWorkbook(recap, createTranslate('id')))
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

/** The cells of a sheet, by their rows: texts from the shared ones, numbers as they are. */
function readSheet(parts: Readonly<Record<string, string>>, number: number): readonly (readonly unknown[])[] {
  const decode = (text: string) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&')
  const shared = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, each = '']) =>
      decode([...each.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text = '']) => text).join('')),
  )
  const rows = [...(parts[`xl/worksheets/sheet${number}.xml`] ?? '').matchAll(/<row[^>]*>(.*?)<\/row>/gs)]
  return rows.map(([, row = '']) =>
    [...row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes = '', content = '']) => {
      const [, value = ''] = /<v>(.*?)<\/v>/s.exec(content) ?? []
      return attributes.includes('t="s"') ? shared[Number(value)] : value === '' ? '' : Number(value)
    }),
  )
}

describe('a workbook of a recap', () => {
  it('has the stories and the totals, with dates that are dates and numbers that are numbers', async () => {
    const parts = await open([
      aPublished(),
      aPublished({ writers: ['bgs', 'nrl'], place: null, template: null }),
    ])
    expect(parts['xl/workbook.xml']).toMatch(/name="Berita".*name="Jumlah"/s)
    const [head, first, second] = readSheet(parts, 1)
    expect(head).toEqual([
      ...['Tanggal', 'Judul', 'Penulis', 'Editor', 'Fotografer'],
      ...['Tempat', 'Jenis', 'Kategori', 'Status', 'Alamat'],
    ])
    // 6 October 2025, in days since the end of 1899.
    expect(first).toEqual([
      ...[45_936, 'KPU Kota Tirtasari Gelar Kajian', 'Nurlaila Hapsari', 'Meja redaksi', 'Bagas Wicaksono'],
      ...['Tirtasari', 'kajian', 'Kegiatan', 'Terbit', 'https://situs.example/berita/kajian'],
    ])
    expect(second?.slice(2, 3)).toEqual(['Bagas Wicaksono, Nurlaila Hapsari'])
    const totals = readSheet(parts, 2)
    expect(totals).toContainEqual(['Berita terbit', 2])
    expect(totals).toContainEqual(['Nurlaila Hapsari', 2])
    expect(totals).toContainEqual(['2025-10-06', 2])
  })

  it('keeps every text a text, whatever it begins with, and no formula is in it', async () => {
    const texts = [...HOSTILE, ...INJECTION_VECTORS.slice(0, 40)]
    const parts = await open(texts.map((headline) => aPublished({ headline, categories: [headline] })))
    for (const name of ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'])
      expect(parts[name]).not.toMatch(/<f[ >]|<hyperlink/)
    for (const text of Object.values(parts)) expect(() => parseXml(text)).not.toThrow()
    expect(
      readSheet(parts, 1)
        .slice(1)
        .map((row) => row[1]),
    ).toEqual(texts)
  })

  it('is made of a month without stories, too', async () => {
    expect(readSheet(await open([]), 1)).toHaveLength(1)
  })
})
