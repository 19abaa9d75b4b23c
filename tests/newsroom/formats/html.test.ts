import { describe, expect, it } from 'vitest'
import { parseHtml } from '../../../src/newsroom/formats/index.ts'
import { aHouse, createTestRandom } from '../../support/builders.ts'
import { codeOf } from '../../support/code-of.ts'
import { printBlock } from '../../support/print-block.ts'

const house = aHouse()
const read = (html: string) => parseHtml(html, { house, random: createTestRandom(), today: '2025-11-14' })
const tryRead = async (text: string) => read(text)

describe('parseHtml of a page of another make', () => {
  it.each<[string, string, readonly string[]]>([
    ['paragraphs', '<p>a</p><p>b', ['paragraph: a', 'paragraph: b']],
    ['headings', '<h2>a</h2><h6>b</h6>', ['heading: a', 'heading: b']],
    ['a second h1', '<h1>Judul</h1><h1>b</h1>', ['heading: b']],
    ['quotations', '<blockquote>a<p>b</p></blockquote>c', ['quote: a', 'quote: b', 'paragraph: c']],
    ['lists', '<ul><li>a<li>b</ul><ol><li>c</ol>', ['list: a', 'list: b', 'ordered: c']],
    ['nested lists', '<ol><li>a<ul><li>b</ul><li>c</ol>', ['ordered: a', 'list: b', 'ordered: c']],
    ['paragraphs in list items', '<ul><li><p>a</p></li></ul>', ['list: a']],
    [
      'marks',
      '<b>a</b><strong>b</strong><i>c</i><em>d<b>e</b></em>',
      ['paragraph: {bold|ab}{italic|cd}{italic bold|e}'],
    ],
    ['links', '<a href=" HTTPS://KPU.go.id/ ">a</a>', ['paragraph: {link=https://kpu.go.id/|a}']],
    ['line breaks', 'a<br>b <br/> c<br>', ['paragraph: a\nb\nc']],
    [
      'other elements',
      '<div>a<span>b</span><section>c</section><u>d</u></div>',
      ['paragraph: ab', 'paragraph: c', 'paragraph: d'],
    ],
    ['tables', '<table><tr><td>a<td>b<tr><td>c</table>', ['paragraph: a', 'paragraph: b', 'paragraph: c']],
    ['definition lists', '<dl><dt>a<dd>b</dl>', ['paragraph: a', 'paragraph: b']],
    ['blanks', '<p>\n  a \t <b> b</b>  c\u00a0 </p> \n ', ['paragraph: a {bold|b} c\u00a0']],
    [
      'preformatted text',
      '<pre>a\n  b</pre><p style="white-space: pre-wrap">c  d</p>',
      ['paragraph: a\n  b', 'paragraph: c  d'],
    ],
    ['paragraphs of blanks alone', '<p>a</p><p>&nbsp;</p><p> <br></p>', ['paragraph: a']],
    [
      'scripts and styles',
      'a<script>b</script><style>c</style><template>d</template><!--e--><noscript>f</noscript>',
      ['paragraph: a'],
    ],
    [
      'what is hidden',
      'a<p hidden>b</p><p style="color:red; DISPLAY : none !important">c</p><i style="visibility:hidden">d</i>',
      ['paragraph: a'],
    ],
    ['what a name in a style only looks like', '<p style="--display: none">a</p>', ['paragraph: a']],
    ['controls', 'a<select><option>b</select><textarea>c</textarea><button>d</button>', ['paragraph: a']],
    [
      "elements named for an object's members",
      '<constructor>a</constructor><valueof>b</valueof>',
      ['paragraph: ab'],
    ],
    ['no text', '', []],
  ])('understands %s', (_, html, expected) => {
    expect(read(html).story.blocks.map(printBlock)).toEqual(expected)
  })

  it.each([
    ['<title>Dari title</title><h1> Dari\n <b>h1</b> </h1>', 'Dari h1'],
    ['<title> Dari\ntitle </title><p>a', 'Dari title'],
    ['<title>Dari title</title><h1> </h1><p>a', 'Dari title'],
    ['<svg><title>Gambar</title></svg><p>a', ''],
    ['<div><h1>Dua<br>baris</h1></div>', 'Dua baris'],
    ['<h1 hidden>a</h1><h1>b</h1>', 'b'],
  ])('finds the headline of %j', (html, headline) => {
    expect(read(html).story.headline).toBe(headline)
  })

  it('finds the house forms by their grammar, whatever marks they have', () => {
    const { story, reports } = read(
      '<h1>Judul</h1><p><b>Tirtasari, kpu.go.id - </b>Isi, Kamis (13/11).</p><p>Akhir.&nbsp;(nrl/ed. Foto: <i>dok</i> KPU)',
    )
    expect(story).toMatchObject({
      headline: 'Judul',
      slug: 'judul',
      event: { date: '2025-11-13', year: 'assumed' },
      dateline: { place: 'Tirtasari', site: 'kpu.go.id' },
      credit: { editors: ['ed'], photo: { kind: 'archive', organisation: 'KPU' }, join: 'none' },
    })
    expect(story.blocks.map(printBlock)).toEqual([
      'paragraph: Isi, Kamis (13/11).',
      'paragraph: Akhir.\u00a0',
    ])
    expect(reports).toEqual([])
  })

  it('finds them by their class where they do not stand at the ends', () => {
    const { story } = read(
      '<p>12 November</p><p><span class="dateline">Tirtasari, kpu.go.id - </span>Isi.</p><p class="credit">(nrl/ed)</p><p>Bagikan</p>',
    )
    expect([story.dateline?.place, story.credit?.join]).toEqual(['Tirtasari', 'block'])
    expect(story.blocks.map(printBlock)).toEqual([
      'paragraph: 12 November',
      'paragraph: Isi.',
      'paragraph: Bagikan',
    ])
  })

  it('takes the blank before a marked credit line for what joins it', () => {
    const { story } = read('<p>Isi. <span class="credit">(nrl/ed)</span></p><p>Bagikan</p>')
    expect(story.credit?.join).toBe('space')
    expect(story.blocks.map(printBlock)).toEqual(['paragraph: Isi.', 'paragraph: Bagikan'])
  })

  it('leaves what has the class of a house form but not its grammar as text', () => {
    const { story } = read(
      '<p><span class="dateline">Tirtasari</span> Isi.</p><p class="credit">Penulis: nrl</p>',
    )
    expect([story.dateline, story.credit]).toEqual([null, null])
    expect(story.blocks.map(printBlock)).toEqual(['paragraph: Tirtasari Isi.', 'paragraph: Penulis: nrl'])
  })

  it('says what the story lacks and what was left out', () => {
    const { reports } = read('<img src=x><a href="javascript:x">a</a><table><tr><td>b</table>')
    expect(reports).toEqual([
      'no-headline',
      'no-dateline',
      'no-credit',
      'no-event-date',
      'picture-dropped',
      'link-dropped',
      'table-flattened',
    ])
  })

  it('takes the description for the excerpt', () => {
    expect(read('<meta name="description" content="Ringkas"><p>a').story.excerpt).toBe('Ringkas')
  })

  it('reads pages that hold several stories of ours like any other', () => {
    const one = '<div class="redaksi-story"><p>a</p></div>'
    expect(read(one + one).story.blocks.map(printBlock)).toEqual(['paragraph: a', 'paragraph: a'])
    expect(read(`<p>luar</p>${one}`).story.blocks.map(printBlock)).toEqual(['paragraph: a'])
  })
})

describe('a hostile page', () => {
  it.each<[string, () => string, string]>([
    ['a million nested divs', () => '<div>'.repeat(1_000_000), 'formats.too-deep'],
    ['a million nested marks', () => '<b>'.repeat(1_000_000), 'formats.too-deep'],
    ['nested tables', () => '<table><tr><td>'.repeat(50_000), 'formats.too-deep'],
    ['nested SVG', () => '<svg>'.repeat(50_000), 'formats.too-deep'],
    [
      'marks that multiply',
      () => Array.from({ length: 480 }, (_, i) => `<b x=${i}>`).join('') + '<p>x'.repeat(100_000),
      'formats.too-large',
    ],
    ['a million paragraphs', () => '<p>a'.repeat(1_000_000), 'formats.too-large'],
    ['more text than any page has', () => 'a'.repeat(8 * 1024 * 1024 + 1), 'formats.too-large'],
  ])('is refused: %s', async (_, make, code) => {
    expect(await codeOf(tryRead(make()))).toBe(code)
  })

  it.each<[string, () => string]>([
    ['nested as deep as is allowed', () => `${'<div>'.repeat(400)}a`],
    [
      'a hundred thousand attributes',
      () => `<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}`).join(' ')}>a`,
    ],
    ['misnested marks', () => '<b><p></b></p>'.repeat(10_000) + 'a'],
    ['text before a table, over and over', () => `<table>${'a<b></b>'.repeat(20_000)}`],
    ['a million blanks in a line', () => `<pre>a${' '.repeat(1_000_000)}b</pre>`],
    ['links that are all blanks', () => `<a href="https://a.id/${' '.repeat(1900)}b">a</a>`.repeat(1000)],
    ['an unclosed comment', () => `a<!--${'-'.repeat(1_000_000)}`],
    ['a style of a million parts', () => `<p style="${';display'.repeat(500_000)}">a`],
  ])('does not hold the reader up: %s', (_, make) => {
    expect(read(make()).story.blocks.length).toBeGreaterThan(0)
  })
})
