import { describe, expect, it } from 'vitest'
import { dropTracking, listTracking, unwrapLink } from '../../../src/newsroom/editor/index.ts'

describe('unwrapLink', () => {
  it.each([
    ['https://kpu.go.id/url?q=https://lain.id', 'https://kpu.go.id/url?q=https://lain.id'],
    ['https://www.google.com/url?q=https%3A%2F%2Fkpu.go.id%2F&sa=D', 'https://kpu.go.id/'],
    [
      'https://www.google.com/search?q=https://kpu.go.id',
      'https://www.google.com/search?q=https://kpu.go.id',
    ],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fkpu.go.id%2Fa&h=AT1', 'https://kpu.go.id/a'],
    [
      'https://eur01.safelinks.protection.outlook.com/?url=http%3A%2F%2Fkpu.go.id%2Fb&data=05',
      'http://kpu.go.id/b',
    ],
    ['https://www.google.com/url?q=javascript:alert(1)', 'https://www.google.com/url?q=javascript:alert(1)'],
    ['https://safelinks.protection.outlook.com.jahat.id/?url=https://x.id', null],
    ['javascript:alert(1)', null],
  ])('makes of %s', (link, expected) => {
    expect(unwrapLink(link)).toBe(expected ?? (link.startsWith('https') ? link : null))
  })
})

describe('tracking parameters', () => {
  it.each([
    [
      'https://a.id/?utm_source=x&id=7&fbclid=1#bagian',
      ['utm_source', 'fbclid'],
      'https://a.id/?id=7#bagian',
    ],
    ['https://a.id/?utm_campaign=x', ['utm_campaign'], 'https://a.id/'],
    ['https://a.id/?a=1&&b=%zz&ref=2', [], 'https://a.id/?a=1&&b=%zz&ref=2'],
    ['https://a.id/#utm_source=x', [], 'https://a.id/#utm_source=x'],
    ['mailto:a@b.id?subject=utm_source', [], 'mailto:a@b.id?subject=utm_source'],
  ])('of %s', (link, names, without) => {
    expect([listTracking(link), dropTracking(link)]).toEqual([names, without])
  })
})
