import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../../src/newsroom/formats/index.ts'
import { aHouse, createTestRandom } from '../../support/builders.ts'
import { codeOf } from '../../support/code-of.ts'
import { printBlock } from '../../support/print-block.ts'

const house = aHouse()
const read = (text: string) => parseMarkdown(text, { house, random: createTestRandom(), today: '2025-11-14' })
const tryRead = async (text: string) => read(text)

describe('parseMarkdown of a file of another make', () => {
  it.each<[string, string, readonly string[]]>([
    ['wrapped lines', 'a\nb\n\nc', ['paragraph: a b', 'paragraph: c']],
    ['line ends of any kind', 'a\r\n\r\nb\rc', ['paragraph: a', 'paragraph: b c']],
    ['hard breaks', 'a  \nb\\\nc<br>d', ['paragraph: a\nb\nc\nd']],
    ['headings', '## a\n\nb\n---\n', ['heading: a', 'heading: b']],
    ['a second headline', '# a\n\n# b', ['heading: b']],
    ['marks', '**a** *b* ***c*** _d_', ['paragraph: {bold|a} {italic|b} {italic bold|c} {italic|d}']],
    [
      'links',
      '[a](HTTPS://kpu.go.id "t") <https://kpu.go.id/b> [c][r]\n\n[r]: https://kpu.go.id/c',
      [
        'paragraph: {link=https://kpu.go.id|a} {link=https://kpu.go.id/b|https://kpu.go.id/b} {link=https://kpu.go.id/c|c}',
      ],
    ],
    ['lists', '- a\n- b\n\n1. c\n   - d', ['list: a', 'list: b', 'ordered: c', 'list: d']],
    ['quotations', '> a\n> b\n>\n> c', ['quote: a b', 'quote: c']],
    ['code', '`a` b\n\n```js\nc\n  d\n```', ['paragraph: a b', 'paragraph: c\n  d']],
    ['HTML blocks', '<div><p>a</p><script>b</script></div>\n\nc', ['paragraph: a', 'paragraph: c']],
    ['HTML in a line', 'a <u>b</u> <img src=x onerror=y>', ['paragraph: a b ']],
    ['pictures', '![a](https://kpu.go.id/a.png) b', ['paragraph:  b']],
    ['no-break spaces', 'a\u00a0b&nbsp;c', ['paragraph: a\u00a0b\u00a0c']],
    ['rules and definitions', '***\n\n[a]: b\n\nc', ['paragraph: c']],
    ['no text', ' \n', []],
  ])('understands %s', (_, text, expected) => {
    expect(read(text).story.blocks.map(printBlock)).toEqual(expected)
  })

  it('finds headline, house forms and event', () => {
    const { story, reports } = read(
      '# Judul *a*\n\n**Tirtasari, kpu.go.id** - Isi, Kamis (13/11).\n\nAkhir. (nrl/ed)',
    )
    expect(story).toMatchObject({
      headline: 'Judul a',
      slug: 'judul-a',
      dateline: { place: 'Tirtasari', site: 'kpu.go.id' },
      event: { date: '2025-11-13', year: 'assumed' },
      credit: { editors: ['ed'], photo: null, join: 'space' },
    })
    expect(reports).toEqual([])
  })

  it('reads the front matter of a site generator', () => {
    const { story } = read(
      '---\ntitle: Judul\nslug: a-b\nevent: 2025-11-13\nexcerpt: >\n  dua\n  baris\ntags: [a, 2]\ndraft: true\n---\nIsi.',
    )
    expect(story).toMatchObject({
      headline: 'Judul',
      slug: 'a-b',
      event: { date: '2025-11-13', year: 'stated' },
      excerpt: 'dua baris\n',
      tags: ['a', '2'],
    })
  })

  it.each([
    ['a rule at the start', '---\n\na\n\n---\n\nb'],
    ['a list', '---\n- a\n---\nb'],
    ['broken YAML', '---\na: [\n---\nb'],
    ['references', '---\na: &a x\nb: *a\n---\nb'],
    ['no end', '---\na: b\n\nb'],
  ])('takes for text what is no front matter: %s', (_, text) => {
    expect(read(text).story.blocks.map(printBlock).join()).toContain('b')
    expect(read(text).story.slug).toBe('berita')
  })

  it('says what was left out', () => {
    expect(read('![a](b) [c](d)').reports.slice(-2)).toEqual(['picture-dropped', 'link-dropped'])
  })
})

describe('hostile Markdown', () => {
  it.each<[string, () => string, string]>([
    ['quotations in quotations', () => '>'.repeat(100_000), 'formats.too-deep'],
    ['lists in lists', () => `${'- '.repeat(10_000)}a`, 'formats.too-deep'],
    [
      'lists that go ever deeper',
      () => Array.from({ length: 200 }, (_, i) => `${' '.repeat(2 * i)}- a`).join('\n'),
      'formats.too-deep',
    ],
    ['marks without end', () => `x${'*'.repeat(16_000)}a${'*'.repeat(16_000)}`, 'formats.too-large'],
    ['brackets without end', () => '[a]('.repeat(10_000), 'formats.too-large'],
    ['headings without end', () => 'a\n=\n'.repeat(5000), 'formats.too-large'],
    ['lines without end', () => 'a\n'.repeat(100_000), 'formats.too-large'],
    ['more text than any story has', () => 'a'.repeat(1024 * 1024 + 1), 'formats.too-large'],
    ['HTML nested too deep', () => `<div>\n${'<b>'.repeat(499)}`, 'formats.too-deep'],
  ])('is refused: %s', async (_, make, code) => {
    expect(await codeOf(tryRead(make()))).toBe(code)
  })

  it.each<[string, () => string]>([
    ['nested as deep as is allowed', () => `${'> '.repeat(49)}a`],
    ['marks as many as are allowed', () => `${'*a '.repeat(490)}${'a* '.repeat(490)}`],
    ['brackets as many as are allowed', () => '['.repeat(990)],
    ['a megabyte in one line', () => 'kata '.repeat(200_000)],
    ['YAML nested deep', () => `---\n${'['.repeat(900)}\n---\na`],
  ])('does not hold the reader up: %s', (_, make) => {
    expect(read(make()).story.blocks.length).toBeGreaterThan(0)
  })
})
