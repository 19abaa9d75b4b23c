import { strFromU8, unzipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeDocx, type DocxContext } from '../../../../src/newsroom/formats/node/index.ts'
import { getBlockText, type Story } from '../../../../src/newsroom/story/index.ts'
import { arbitraryStory, arbitraryWildText } from '../../../support/arbitraries.ts'
import { DRAFT_CONTEXT, aStory, type BlockSketch } from '../../../support/builders.ts'
import { makeCameraJpeg } from '../../../support/pictures.ts'
import { parseXml } from '../../../support/xml.ts'

const PHOTO = 'a'.repeat(64)
const context: DocxContext = { ...DRAFT_CONTEXT, pictures: new Map(), tracked: false }
const blocks: readonly BlockSketch[] = [
  'Isi awal & <akhir>.',
  { kind: 'heading', runs: [{ text: 'Bagian' }] },
  {
    kind: 'quote',
    runs: [{ text: 'Kutipan ' }, { text: 'tebal', bold: true }, { text: ' miring', italic: true }],
  },
  { kind: 'list', ordered: false, runs: [{ text: 'satu\nbaris\tlajur' }] },
  { kind: 'list', ordered: true, runs: [{ text: 'tautan', link: 'https://kpu.go.id/' }] },
  { kind: 'photo', photo: PHOTO, alt: 'Warga mencoba alat', runs: [{ text: 'Keterangan.' }] },
  'Penutup.',
]

async function open(story: Story, over: Partial<DocxContext> = {}): Promise<Record<string, string>> {
  const parts = unzipSync(await writeDocx(story, { ...context, ...over }))
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

/** The text between a part's bookmarks, with a line end for a break. */
function readPart(xml: string, part: string): string | null {
  const start = new RegExp(`<w:bookmarkStart w:name="redaksi_${part}" w:id="(\\d+)"/>`).exec(xml)
  if (start === null) return null
  const end = xml.indexOf(`<w:bookmarkEnd w:id="${start[1]}"/>`, start.index)
  const inner = xml.slice(start.index, end)
  const pieces = [...inner.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>|<w:tab\/>/g)]
  return pieces
    .map(([tag, text]) => (tag === '<w:br/>' ? '\n' : tag === '<w:tab/>' ? '\t' : unescape(text ?? '')))
    .join('')
}

function unescape(text: string): string {
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => signs[name] ?? '')
}

describe('writeDocx', () => {
  it('has each part of the story within its bookmark, in a named style', async () => {
    const story = aStory({ blocks })
    const { 'word/document.xml': xml = '' } = await open(story)
    expect(readPart(xml, 'headline')).toBe(story.headline)
    expect(readPart(xml, 'dateline')).toBe('Tirtasari, kota-tirtasari.kpu.go.id - ')
    expect(story.blocks.map(({ id }) => readPart(xml, id))).toEqual(story.blocks.map(getBlockText))
    expect(readPart(xml, 'credit')).toBe(' (nrl/ed. Foto: bgs/KPU Kota Tirtasari)')
    expect([...xml.matchAll(/<w:pStyle w:val="(\w+)"\/>/g)].map(([, style]) => style)).toEqual([
      'Heading1',
      'Normal',
      'Heading2',
      'Quote',
      'ListParagraph',
      'ListParagraph',
      'Caption',
      'Normal',
    ])
  })

  it('says nowhere that a text is not bold or not italic', async () => {
    const { 'word/document.xml': xml = '' } = await open(aStory({ blocks }))
    expect(xml).not.toMatch(/<w:(b|i)(Cs)? w:val="(false|0)"/)
    expect(xml.match(/<w:b\/>/g)).toHaveLength(2)
    expect(xml.match(/<w:i\/>/g)).toHaveLength(1)
  })

  it('carries the draft, its revision and its times, and keeps track of changes when asked', async () => {
    const parts = await open(aStory({ excerpt: 'Ringkas', tags: ['pemilu', 'alat'] }), { tracked: true })
    expect(parts['docProps/custom.xml']).toContain(context.id)
    expect(parts['docProps/core.xml']).toContain(`>${context.createdAt}<`)
    expect(parts['docProps/core.xml']).toContain('<dc:creator>Nurlaila Hapsari</dc:creator>')
    expect(parts['word/settings.xml']).toContain('<w:trackRevisions/>')
    expect((await open(aStory()))['word/settings.xml']).toContain('<w:trackRevisions w:val="false"/>')
  })

  it('shows a photo as wide as the page at most, with its alt text', async () => {
    const bytes = await makeCameraJpeg({ width: 1600, height: 900 })
    const parts = await open(aStory({ blocks }), {
      pictures: new Map([[PHOTO, { bytes, width: 1600, height: 900 }]]),
    })
    expect(Object.keys(parts).filter((name) => name.startsWith('word/media/'))).toHaveLength(1)
    expect(parts['word/document.xml']).toContain('descr="Warga mencoba alat"')
    const [, cx, cy] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(parts['word/document.xml'] ?? '') ?? []
    expect([Number(cx) / 9525, Number(cy) / 9525]).toEqual([602, 339])
  })

  it('gives the same bytes for the same draft', async () => {
    const bytes = await makeCameraJpeg({ width: 160, height: 90 })
    const pictures = new Map([[PHOTO, { bytes, width: 160, height: 90 }]])
    const write = () => writeDocx(aStory({ blocks }), { ...context, pictures })
    const first = await write()
    await writeDocx(aStory(), context)
    expect(Buffer.from(await write()).equals(Buffer.from(first))).toBe(true)
  })

  it('is well-formed and has every text, whatever the story', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryStory({ text: arbitraryWildText() }), async (story) => {
        const parts = await open(story)
        for (const [name, xml] of Object.entries(parts)) {
          if (/\.(xml|rels)$/.test(name)) expect(() => parseXml(xml)).not.toThrow()
        }
        const texts = story.blocks.map((block) => readPart(parts['word/document.xml'] ?? '', block.id))
        expect(texts).toEqual(
          story.blocks.map(({ runs }) => runs.map((run) => replaceForbidden(run.text)).join('')),
        )
      }),
      { numRuns: 60 },
    )
  })
})

/** What XML has no place for, and the carriage return, which it turns into a line end. */
function replaceForbidden(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}')
}
