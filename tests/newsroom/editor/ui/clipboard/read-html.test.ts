import fc from 'fast-check'
import { Window } from 'happy-dom'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { UnnamedBlock } from '../../../../../src/newsroom/editor/ui/lexical/blocks.ts'
import { readPastedHtml } from '../../../../../src/newsroom/editor/ui/clipboard/read-html.ts'
import { cleanLink } from '../../../../../src/newsroom/story/index.ts'
import { CORPUS } from './corpus.ts'
import { DOCS, LIBREOFFICE, WEB, WHATSAPP, WORD } from './fixtures.ts'
import { heading, item, paragraph } from './sketch.ts'

describe('readPastedHtml', () => {
  beforeAll(() => void vi.stubGlobal('DOMParser', new Window().DOMParser))

  it('reads a Word document without what Word adds', () => {
    expect(read(WORD)).toEqual([
      heading('Uji Alat Bantu'),
      paragraph(
        { text: 'Tirtasari', bold: true },
        ', Kamis (13/11). Warga ',
        { text: 'mencoba', italic: true },
        ' alat.',
      ),
      item(false, 'templat braille'),
      item(false, 'kaca pembesar'),
      item(true, 'daftar hadir'),
      paragraph(
        'Lihat ',
        { text: 'situs', link: 'https://kota-tirtasari.kpu.go.id/Berita?a=1' },
        ', berkas, daftar isi.',
      ),
    ])
  })

  it('reads Google Docs: nothing is bold because all is wrapped in a b', () => {
    expect(read(DOCS)).toEqual([
      paragraph('Ketua ', { text: 'menyambut', bold: true }, { text: ' tamu.', italic: true }),
      item(false, 'satu'),
      item(false, 'dua'),
      paragraph({ text: 'kpu.go.id', link: 'https://kpu.go.id' }),
    ])
  })

  it.each(CORPUS)('reads $from', ({ html, story }) => {
    expect(read(html)).toEqual(story)
  })

  it('reads LibreOffice: rows of a table become lines, empty paragraphs go', () => {
    expect(read(LIBREOFFICE)).toEqual([
      paragraph('Warga ', { text: 'hadir', bold: true }, ' sejak pagi.'),
      item(true, 'daftar'),
      item(true, 'masuk'),
      paragraph('Nama | Jumlah'),
      paragraph('TPS 1 | 210'),
    ])
  })

  it('reads a WhatsApp message: line breaks and emoji stay', () => {
    expect(read(WHATSAPP)).toEqual([
      paragraph('Info kegiatan 🙏\npukul 09.00'),
      paragraph({ text: 'Aula', bold: true }, ' kantor'),
    ])
  })

  it('reads a web page: no script, no picture, no field, no address but a clean one', () => {
    expect(read(WEB)).toEqual([
      heading('Layanan pindah'),
      paragraph('Warga dapat mengurus ', { text: 'sendiri', link: 'https://kpu.go.id/a%20b' }, '.'),
      paragraph('Kantor buka setiap hari kerja.'),
      { kind: 'quote', runs: [{ text: '“Mudah,” katanya.' }] },
    ])
  })

  it('gives only text, two marks and clean links for any markup', () => {
    const tag = fc.constantFrom(
      'p',
      'b',
      'i',
      'a href="javascript:x"',
      'a href="http://a.id"',
      'div',
      'li',
      'ul',
      'script',
      'td',
      'table',
      'span style="font-weight:700"',
      'o:p',
      'img onerror=x',
    )
    const piece = fc.oneof(
      fc.constantFrom('teks', '&nbsp;', ' ', '<br>', '<!-- x -->', '<', '&lt;script&gt;', '\u200b'),
      tag.map((each) => `<${each}>`),
      tag.map((each) => `</${each.split(' ')[0]}>`),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        for (const block of read(pieces.join(''))) {
          expect(['paragraph', 'heading', 'quote', 'list']).toContain(block.kind)
          for (const run of block.runs) {
            expect(
              Object.keys(run).filter((key) => !['text', 'bold', 'italic', 'link'].includes(key)),
            ).toEqual([])
            expect(run.text).not.toMatch(/[\u00a0\u200b]/)
            if (run.link !== undefined) expect(cleanLink(run.link)).toBe(run.link)
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  it('reads a page that is nested very deep', () => {
    expect(read(`${'<span>'.repeat(3000)}dalam`)).toEqual([paragraph('dalam')])
  })
})

function read(html: string): readonly UnnamedBlock[] {
  return readPastedHtml(new DOMParser().parseFromString(html, 'text/html'))
}
