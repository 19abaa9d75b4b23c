import fc from 'fast-check'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { writePdf, type DocumentContext } from '../../../../src/newsroom/formats/node/index.ts'
import type { Story } from '../../../../src/newsroom/story/index.ts'
import { arbitraryStory, arbitraryWildText } from '../../../support/arbitraries.ts'
import { DRAFT_CONTEXT, aLongStory, aStory, type BlockSketch } from '../../../support/builders.ts'
import { makeCameraJpeg } from '../../../support/pictures.ts'

const PHOTO = 'a'.repeat(64)
const context: DocumentContext = { ...DRAFT_CONTEXT, pictures: new Map() }
const blocks: readonly BlockSketch[] = [
  'Isi awal “dan” seterusnya.',
  { kind: 'heading', runs: [{ text: 'Bagian pertama' }] },
  { kind: 'quote', runs: [{ text: 'Kutipan ' }, { text: 'tebal', bold: true }] },
  { kind: 'list', ordered: true, runs: [{ text: 'satu' }] },
  { kind: 'list', ordered: true, runs: [{ text: 'tautan', link: 'https://kpu.go.id/' }] },
  { kind: 'photo', photo: PHOTO, alt: 'Warga mencoba alat', runs: [{ text: 'Keterangan.' }] },
  'Penutup.',
]

async function open(story: Story, over: Partial<DocumentContext> = {}) {
  const file = await writePdf(story, { ...context, ...over })
  const pdf = await getDocumentProxy(new Uint8Array(file))
  const { text } = await extractText(pdf, { mergePages: true })
  return { pdf, text: text.replace(/\s+/g, ' ') }
}

/** The roles of a page's elements, as a screen reader meets them. */
function listRoles(tree: unknown): readonly string[] {
  if (typeof tree !== 'object' || tree === null) return []
  const role = 'role' in tree && typeof tree.role === 'string' ? [tree.role] : []
  const children = 'children' in tree && Array.isArray(tree.children) ? tree.children : []
  return [...role, ...children.flatMap(listRoles)]
}

describe('writePdf', () => {
  it('has all that the story says, in its order, with the office above and the number below', async () => {
    const { text } = await open(aStory({ blocks }))
    const parts = [
      'KPU Kota Tirtasari Uji Alat Bantu Coblos',
      'Tirtasari, kota-tirtasari.kpu.go.id - Isi awal “dan” seterusnya.',
      'Bagian pertama',
      'Kutipan tebal',
      '1. satu',
      '2. tautan',
      'Keterangan.',
      'Penutup. (nrl/ed. Foto: bgs/KPU Kota Tirtasari)',
    ]
    const places = parts.map((part) => text.indexOf(part))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(text).toContain('Komisi Pemilihan Umum Kota Tirtasari')
    expect(text).toContain('1 / 1')
  })

  it('is tagged, in its language, with bookmarks and an alt text', async () => {
    const bytes = await makeCameraJpeg({ width: 300, height: 200 })
    const pictures = new Map([[PHOTO, { bytes, width: 300, height: 200 }]])
    const { pdf } = await open(aStory({ blocks }), { pictures })
    const tree = await (await pdf.getPage(1)).getStructTree()
    expect(listRoles(tree)).toEqual(
      expect.arrayContaining(['H1', 'P', 'H2', 'BlockQuote', 'LBody', 'Link', 'Figure', 'Caption']),
    )
    expect(JSON.stringify(tree)).toContain('Warga mencoba alat')
    expect((await pdf.getOutline()).map(({ title }: { title: string }) => title)).toEqual([
      'KPU Kota Tirtasari Uji Alat Bantu Coblos',
      'Bagian pertama',
    ])
    expect(await pdf.getMetadata()).toMatchObject({
      info: { Language: 'id-ID', Author: 'Nurlaila Hapsari' },
    })
  })

  it('goes on over as many pages as the text takes', async () => {
    const { pdf, text } = await open(aLongStory(3000))
    expect(pdf.numPages).toBeGreaterThan(5)
    expect(text).toContain(`${pdf.numPages} / ${pdf.numPages}`)
  })

  it('gives the same bytes for the same draft', async () => {
    const first = await writePdf(aStory({ blocks }), context)
    await writePdf(aStory(), context)
    expect(Buffer.from(await writePdf(aStory({ blocks }), context)).equals(Buffer.from(first))).toBe(true)
  })

  it('can be opened, whatever the story', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryStory({ text: arbitraryWildText() }), async (story) => {
        expect((await open(story)).pdf.numPages).toBeGreaterThan(0)
      }),
      { numRuns: 25 },
    )
  })
})
