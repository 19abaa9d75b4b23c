import { strToU8, zipSync, type Zippable } from 'fflate'
import { describe, expect, it } from 'vitest'
import { assembleDocxStory } from '../../../../src/newsroom/formats/index.ts'
import { PACKAGE_LIMITS } from '../../../../src/newsroom/formats/node/open-package.ts'
import { readDocx } from '../../../../src/newsroom/formats/node/docx-reader.ts'
import { getBlockText } from '../../../../src/newsroom/story/index.ts'
import { aHouse, createTestRandom } from '../../../support/builders.ts'
import { codeOf } from '../../../support/code-of.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
const WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'

const STYLES = `<w:styles ${W}>
<w:style w:type="paragraph" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Judul1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="JudulKantor"><w:name w:val="Judul Kantor"/><w:basedOn w:val="Judul1"/></w:style>
<w:style w:type="paragraph" w:styleId="Kutipan"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Kuat"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
</w:styles>`
const NUMBERING = `<w:numbering ${W}>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num>
</w:numbering>`
const RELATIONSHIPS = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId9" Type="x/hyperlink" Target="https://kpu.go.id/" TargetMode="External"/>
<Relationship Id="rId10" Type="x/hyperlink" Target="javascript:alert(1)" TargetMode="External"/>
</Relationships>`

/** A Word file with a body, and what stands beside it. */
function aDocx(body: string, more: Zippable = {}): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document ${W} ${R} ${MC} ${WP}><w:body>${body}</w:body></w:document>`,
    ),
    'word/styles.xml': strToU8(STYLES),
    'word/numbering.xml': strToU8(NUMBERING),
    'word/_rels/document.xml.rels': strToU8(RELATIONSHIPS),
    ...more,
  })
}

const p = (text: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${r(text)}</w:p>`
const r = (text: string, marks = '') => `<w:r><w:rPr>${marks}</w:rPr><w:t>${text}</w:t></w:r>`
const by = 'w:id="1" w:author="Sri" w:date="2025-11-13T09:00:00Z"'

async function readStory(file: Uint8Array) {
  return assembleDocxStory(await readDocx(file), { house: aHouse(), random: createTestRandom() })
}
async function readTexts(body: string): Promise<readonly string[]> {
  return (await readStory(aDocx(p('Judul') + body))).story.blocks.map(getBlockText)
}

describe('a Word file of another make', () => {
  it('gives headline, dateline, credit line, kinds, lists, marks and links', async () => {
    const { story, reports } = await readStory(
      aDocx(
        [
          p('Warga Rawajaya Belajar Hitung Suara', '<w:pStyle w:val="Judul1"/>'),
          `<w:p>${r('Tirtasari, kota-tirtasari.kpu.go.id - ', '<w:b/>')}${r('Dua belas warga  datang.')}</w:p>`,
          p('Bagian', '<w:pStyle w:val="JudulKantor"/>'),
          p('Kutipan', '<w:pStyle w:val="Kutipan"/>'),
          p('butir', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>'),
          p('angka', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="6"/></w:numPr>'),
          '<w:p></w:p>',
          `<w:p>${r('Kuat', '<w:rStyle w:val="Kuat"/>')}${r(' biasa', '<w:b w:val="0"/>')}<w:hyperlink r:id="rId9">${r('tautan')}</w:hyperlink><w:hyperlink r:id="rId10">${r('!')}</w:hyperlink></w:p>`,
          p('(nrl/ed. Foto: bgs/KPU Kota Tirtasari)'),
        ].join(''),
      ),
    )
    expect(story).toMatchObject({
      headline: 'Warga Rawajaya Belajar Hitung Suara',
      dateline: { place: 'Tirtasari', site: 'kota-tirtasari.kpu.go.id' },
      credit: { writers: { initials: ['nrl'] }, join: 'block' },
    })
    expect(story.blocks.map(({ id: _, ...block }) => block)).toEqual([
      { kind: 'paragraph', runs: [{ text: 'Dua belas warga datang.' }] },
      { kind: 'heading', runs: [{ text: 'Bagian' }] },
      { kind: 'quote', runs: [{ text: 'Kutipan' }] },
      { kind: 'list', ordered: false, runs: [{ text: 'butir' }] },
      { kind: 'list', ordered: true, runs: [{ text: 'angka' }] },
      {
        kind: 'paragraph',
        runs: [
          { text: 'Kuat', bold: true },
          { text: ' biasa' },
          { text: 'tautan', link: 'https://kpu.go.id/' },
          { text: '!' },
        ],
      },
    ])
    expect(reports).toContain('link-dropped')
  })

  it('is read as it looks when all changes are accepted', async () => {
    expect(
      await readTexts(
        `<w:p>${r('lama ')}<w:del ${by}><w:r><w:delText>dua </w:delText></w:r></w:del><w:ins ${by}>${r('tiga ')}<w:del ${by}><w:r><w:delText>empat</w:delText></w:r></w:del></w:ins>${r('kali')}</w:p>
        <w:p><w:pPr><w:rPr><w:del ${by}/></w:rPr></w:pPr>${r('awal dan ')}</w:p><w:p>${r('lanjutan')}</w:p>
        <w:moveFrom ${by}>${p('pergi')}</w:moveFrom>`,
      ),
    ).toEqual(['lama tiga kali', 'awal dan lanjutan'])
  })

  it('may have elements of any name', async () => {
    const odd = '<w:constructor/><w:__proto__/><w:__defineGetter__/><w:toString/><w:hasOwnProperty/>'
    expect(await readTexts(`<w:p>${odd}${r('isi')}</w:p>`)).toEqual(['isi'])
  })

  it('has no text of instructions and no text twice', async () => {
    const field = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
    expect(
      await readTexts(
        `<w:p>${field('begin')}<w:r><w:instrText> HYPERLINK "https://kpu.go.id/" </w:instrText></w:r>${field('separate')}${r('situs')}${field('end')}${r(' resmi')}</w:p>
        <w:p><w:r><mc:AlternateContent><mc:Choice><w:t>sekali</w:t></mc:Choice><mc:Fallback><w:t>dua kali</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>
        <w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:br w:type="page"/><w:noBreakHyphen/></w:r></w:p>`,
      ),
    ).toEqual(['situs resmi', 'sekali', 'a b\nc\u2011'])
  })

  it('keeps the text of tables and text boxes, and says what it lost', async () => {
    const { story, reports } = await readStory(
      aDocx(
        `${p('Judul')}<w:tbl><w:tr><w:tc>${p('sel')}</w:tc></w:tr></w:tbl>
        <w:p><w:r><w:drawing><wp:docPr id="1" name="Gambar 1"/><w:txbxContent>${p('kotak')}</w:txbxContent></w:drawing></w:r>${r('luar')}</w:p>`,
      ),
    )
    expect(story.blocks.map(getBlockText)).toEqual(['sel', 'kotak', 'luar'])
    expect(reports).toEqual(expect.arrayContaining(['table-flattened', 'picture-dropped']))
  })
})

/** The bytes of a zip with what it says of its entries' sizes put lower. */
function lieAboutSize(zip: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(zip)
  for (let at = 0; at + 46 < bytes.length; at += 1) {
    if (bytes.readUInt32LE(at) === 0x02014b50) bytes.writeUInt32LE(size, at + 24)
  }
  return bytes
}

const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024).fill(32)

describe('a hostile file', () => {
  it.each([
    ['is no zip', () => strToU8('bukan zip'), 'formats.not-docx'],
    ['is empty', () => new Uint8Array(), 'formats.not-docx'],
    ['has no document', () => zipSync({ 'a.txt': strToU8('a') }), 'formats.not-docx'],
    [
      'is encrypted, or of the old kind',
      () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]),
      'formats.locked',
    ],
    ['has macros', () => aDocx(p('a'), { 'word/vbaProject.bin': strToU8('x') }), 'formats.has-macros'],
    [
      'has a document type',
      () =>
        aDocx('', {
          'word/document.xml': strToU8(
            `<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]><w:document ${W}>&c;</w:document>`,
          ),
        }),
      'formats.not-docx',
    ],
    ['is not well formed', () => aDocx('<w:p>'), 'formats.not-docx'],
    [
      'is not UTF-8',
      () => aDocx('', { 'word/document.xml': new Uint8Array([0x3c, 0xff, 0xfe]) }),
      'formats.not-docx',
    ],
    ['nests without end', () => aDocx('<w:sdt>'.repeat(5000) + '</w:sdt>'.repeat(5000)), 'formats.too-deep'],
    [
      'has too many entries',
      () =>
        zipSync(
          Object.fromEntries(
            Array.from({ length: PACKAGE_LIMITS.entries + 1 }, (_, i) => [`a${i}`, strToU8('')]),
          ),
        ),
      'formats.too-large',
    ],
    ['is a bomb', () => aDocx('', { 'word/document.xml': zeros(20) }), 'formats.too-large'],
    [
      'is a bomb that lies',
      () => lieAboutSize(aDocx('', { 'word/document.xml': zeros(20) }), 1000),
      'formats.not-docx',
    ],
    ['climbs out of its folder', () => aDocx(p('a'), { '../../evil.xml': strToU8('x') }), 'formats.not-docx'],
  ])('that %s is refused', async (_, make, code) => {
    expect(await codeOf(readDocx(make()))).toBe(code)
  })

  it('never costs more than its limits', async () => {
    const before = process.memoryUsage().rss
    const bomb = aDocx('', { 'word/document.xml': zeros(23), 'word/styles.xml': zeros(23) })
    expect(bomb.length).toBeLessThan(100_000)
    await codeOf(readDocx(bomb))
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
  })
})
