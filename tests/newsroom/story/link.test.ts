import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLink } from '../../../src/newsroom/story/index.ts'
import { arbitraryCharacters } from '../../support/arbitraries.ts'
import { INJECTION_ADDRESSES, INJECTION_VECTORS } from '../../support/injection-vectors.ts'

const SAFE =
  /^(https?:\/\/(?:[a-z0-9_.-]+|\[[0-9a-f:.]+\])(?::[0-9]+)?(?:[/?#][!#$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]*)?|mailto:[\w.+,@-]+(?:\?subject=[!#$%'()*+,\-./0-9:;=?@A-Z[\]_a-z~]*)?)$/

describe('cleanLink', () => {
  it.each([
    ['https://kpu.go.id', 'https://kpu.go.id'],
    [
      '  HTTPS://Kota-Tirtasari.KPU.go.id/Berita?A=1&b=2#C \n',
      'https://kota-tirtasari.kpu.go.id/Berita?A=1&b=2#C',
    ],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/'],
    ['http://[2001:DB8::1]/x', 'http://[2001:db8::1]/x'],
    ['https://kpu.go.id/surat edaran.pdf', 'https://kpu.go.id/surat%20edaran.pdf'],
    ['https://kpu.go.id/é?q="a"|b', 'https://kpu.go.id/%C3%A9?q=%22a%22%7Cb'],
    ['https://kpu.go.id/100%', 'https://kpu.go.id/100%'],
    ['https://kpu.go.id/%2e%2E', 'https://kpu.go.id/%2e%2E'],
    ['https://kpu.go.id/javascript:alert(1)', 'https://kpu.go.id/javascript:alert(1)'],
    ['https://kpu.go.id/@humas', 'https://kpu.go.id/@humas'],
    ['MAILTO:Humas@KPU.go.id', 'mailto:Humas@KPU.go.id'],
    [
      'mailto:a@kpu.go.id,b@kpu.go.id?subject=Tanya jadwal',
      'mailto:a@kpu.go.id,b@kpu.go.id?subject=Tanya%20jadwal',
    ],
  ])('makes %j into %j', (text, cleaned) => {
    expect(cleanLink(text)).toBe(cleaned)
  })

  it.each([
    '',
    ' ',
    'kpu.go.id',
    '/berita',
    '#isi',
    '?a',
    'https://',
    'https:///berita',
    'https://?a',
    'ftp://kpu.go.id/',
    'tel:+62',
    'https://kpu..go.id/',
    'https://kpu.go.id:port/',
    'https://kpu.go.id:123456/',
    'https://kpu%2ego.id/',
    'https://kpu.go.id /berita',
    'mailto:',
    'mailto:humas',
    'mailto:a@kpu.go.id?cc=b@kpu.go.id',
    'mailto:a@kpu.go.id?subject=x&cc=b@kpu.go.id',
  ])('refuses %j', (text) => {
    expect(cleanLink(text)).toBeNull()
  })

  it('refuses what is too long, before or after escaping', () => {
    expect(cleanLink(`https://kpu.go.id/${'a'.repeat(1900)}`)).not.toBeNull()
    expect(cleanLink(`https://kpu.go.id/${'a'.repeat(2000)}`)).toBeNull()
    expect(cleanLink(`https://kpu.go.id/${'é'.repeat(400)}`)).toBeNull()
  })

  it('refuses every address that is an attack, and none of them by accident of the test', () => {
    expect(INJECTION_ADDRESSES.filter((address) => cleanLink(address) !== null)).toEqual([])
    const careless = (text: string) => !/^javascript:/i.test(text)
    expect(INJECTION_ADDRESSES.filter(careless).length).toBeGreaterThan(30)
  })

  it('gives back nothing but safe addresses, the same when cleaned again', () => {
    const part = fc.oneof(
      fc.constantFrom(...INJECTION_VECTORS),
      fc.constantFrom(
        'https://',
        'HTTP://',
        'mailto:',
        'a',
        '@',
        '.id',
        '?subject=',
        '/',
        '\\',
        ':',
        '#',
        '%',
        '&amp;',
        ' ',
      ),
      arbitraryCharacters(),
      fc.constantFrom('\ud800', '\u202e', '\u00a0', '\u200b'),
    )
    const address = fc
      .tuple(
        fc.constantFrom('', 'https://kpu.go.id', 'http://a', 'mailto:a@kpu.go.id'),
        fc.array(part, { maxLength: 5 }),
      )
      .map(([start, parts]) => start + parts.join(''))
    let kept = 0
    fc.assert(
      fc.property(address, (text) => {
        const cleaned = cleanLink(text)
        if (cleaned === null) return
        kept += 1
        expect(cleaned).toMatch(SAFE)
        expect(cleanLink(cleaned)).toBe(cleaned)
      }),
      { numRuns: 1000 },
    )
    expect(kept).toBeGreaterThan(20)
  })
})
