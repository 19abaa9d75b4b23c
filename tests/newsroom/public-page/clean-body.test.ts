import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanBody } from '../../../src/newsroom/public-page/index.ts'
import { INJECTION_VECTORS } from '../../support/injection-vectors.ts'
import { findForeign } from '../../endpoint/support/allow-list.ts'
import { readText } from '../../endpoint/support/harness.ts'
import { VECTORS } from '../../endpoint/support/vectors.ts'

const clean = (markup: string) => cleanBody(markup).html.text

describe('cleaning a body', () => {
  it.each([
    ['<p>satu</p><p>dua</p>', '<p>satu</p><p>dua</p>'],
    ['<p><b>a</b> dan <i>b</i></p>', '<p><strong>a</strong> dan <em>b</em></p>'],
    ['<h1>a</h1><h2>b</h2><h3>c</h3><h6>d</h6>', '<h2>a</h2><h2>b</h2><h3>c</h3><h3>d</h3>'],
    ['<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>', '<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>'],
    ['<blockquote><p>a</p></blockquote>', '<blockquote><p>a</p></blockquote>'],
    ['<p>a<br/>b</p>', '<p>a<br />b</p>'],
    ['<p class="credit">(a/b)</p>', '<p class="credit">(a/b)</p>'],
    ['<p><span class="dateline">A, b - </span>c</p>', '<p><span class="dateline">A, b - </span>c</p>'],
    [
      '<p><a href="https://a.example/b?c=1&amp;d">e</a></p>',
      '<p><a href="https://a.example/b?c=1&amp;d" rel="noopener">e</a></p>',
    ],
    ['<p><a href="mailto:a@b.example">e</a></p>', '<p><a href="mailto:a@b.example" rel="noopener">e</a></p>'],
  ])('keeps %s as it is meant', (markup, expected) => {
    expect(clean(markup)).toBe(expected)
  })

  it.each([
    ['text without a block', 'a<b>b</b>', '<p>a<strong>b</strong></p>'],
    ['text in a list without an item', '<ul>a</ul>', '<ul><li>a</li></ul>'],
    ['an item without a list', '<li>a<li>b', '<ul><li>a</li><li>b</li></ul>'],
    ['text in a quotation', '<blockquote>a<p>b</blockquote>', '<blockquote><p>a</p><p>b</p></blockquote>'],
    ['a paragraph in a paragraph', '<p>a<p>b</p>c</p>', '<p>a</p><p>b</p><p>c</p>'],
    [
      'marks that cross',
      '<p><b>a<i>b</b>c</i></p>',
      '<p><strong>a</strong><strong><em>b</em></strong><em>c</em></p>',
    ],
    [
      'a mark over two paragraphs',
      '<b><p>a</p><p>b</p></b>',
      '<p><strong>a</strong></p><p><strong>b</strong></p>',
    ],
    [
      'tables and divisions',
      '<div>a<div>b</div></div><table><tr><td>c<td>d</table>',
      '<p>a</p><p>b</p><p>c</p><p>d</p>',
    ],
    ['what is empty', '<p></p><ul><li></li></ul><h2> </h2><blockquote/><p>a</p>', '<p>a</p>'],
    ['what XHTML closes at once', '<p/><b/><span/>a<p/>b', '<p>a</p><p>b</p>'],
    ['a CDATA section', '<p><![CDATA[1 < 2 & 3]]></p>', '<p>1 &lt; 2 &amp; 3</p>'],
  ])('gives %s its place', (_, markup, expected) => {
    expect(clean(markup)).toBe(expected)
  })

  it.each(VECTORS)('lets nothing through of %j', (vector) => {
    // The check itself must see what is wrong with the vector, or it would pass whatever the rewriter did.
    expect(findForeign(vector)).not.toEqual([])
    expect(findForeign(clean(vector))).toEqual([])
    expect(findForeign(clean(`<p>awal ${vector} akhir</p>`))).toEqual([])
    expect(findForeign(clean(`<ul><li><b>${vector}`))).toEqual([])
  })

  it('lets nothing through of the vectors that every format is tried with', () => {
    const through = INJECTION_VECTORS.filter((vector) => findForeign(clean(vector)).length > 0)
    expect(through).toEqual([])
    expect(INJECTION_VECTORS.filter((vector) => findForeign(vector).length > 0).length).toBeGreaterThan(100)
  })

  it('lets nothing through of any mixture of vectors and tags', () => {
    const tags =
      '<p> </p> <ul> </ul> <li> </li> <b> </b> <a> <span> </span> <blockquote> </blockquote> " \' < > & --> ]]>'
    const part = fc.oneof(fc.constantFrom(...VECTORS), fc.constantFrom(...tags.split(' ')), fc.string())
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        expect(findForeign(clean(parts.join('')))).toEqual([])
      }),
      { numRuns: 1500 },
    )
  })

  it('changes nothing when it is applied twice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...VECTORS, '<p>a', '<b>b', '</b>', '<ul><li>c', '<br>')),
        (parts) => {
          const once = clean(parts.join(''))
          expect(clean(once)).toBe(once)
        },
      ),
    )
  })

  it('keeps the text of paragraphs whole, no-break spaces and doubled blanks included', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'é', ' ', '\u00a0', '<', '&', '"', '“', '\u{1f600}', '\n'),
      minLength: 1,
    })
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 1 }), { minLength: 1 }), (paragraphs) => {
        const texts = paragraphs.map((words) => `x${words.join('')}`)
        const markup = paragraphs.map((words) => `<p>x${words.map(escape).join('</b><b>')}</p>`).join('\n')
        const kept = [...clean(markup).matchAll(/<p>(.*?)<\/p>/gs)].map(([, inner = '']) => readText(inner))
        expect(kept).toEqual(texts)
      }),
    )
  })

  it.each([
    ['nested elements', '<div>'.repeat(300_000)],
    ['nested lists', '<ul><li>x'.repeat(200_000)],
    ['unclosed marks', '<b id=1><p>x'.repeat(200_000)],
    ['nested roles', `${'<span>'.repeat(200_000)}${'x<p>'.repeat(200_000)}`],
    ['attributes', `<p ${Array.from({ length: 200_000 }, (_, i) => `a${i}=1`).join(' ')}>x`],
    ['open script', `<script>${'<p>x'.repeat(200_000)}`],
  ])('takes a body of two hundred thousand %s', (_, markup) => {
    expect(cleanBody(markup).html.text.length).toBeLessThan(4 * markup.length)
  })

  it('tells the first paragraphs without dateline, credit line, lists and what follows them', () => {
    const markup =
      '<p><span class="dateline">A, b - </span>satu <b>dua</b></p><p>tiga<br/>empat</p><p class="x">lima <span class="credit">(a)</span></p><ul><li>x</li></ul><p>y</p>'
    expect(cleanBody(markup).opening).toEqual(['satu dua', 'tiga empat', 'lima'])
  })
})

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
