import { describe, expect, it } from 'vitest'
import { checkLink, isBareLink } from '../../../src/newsroom/editor/index.ts'

const ready = (link: string, isCompleted: boolean, ...tracking: readonly string[]) => ({
  ...{ kind: 'ready', link, isCompleted, tracking },
})
const refused = (reason: string, offer: string | null = null) => ({ kind: 'refused', reason, offer })

describe('checkLink', () => {
  it.each([
    ['  ', { kind: 'empty' }],
    ['kpu.go.id/berita', ready('https://kpu.go.id/berita', true)],
    ['http://kpu.go.id', ready('http://kpu.go.id', false)],
    ['humas@kpu.go.id', ready('mailto:humas@kpu.go.id', true)],
    ['https://a.id/b c', ready('https://a.id/b%20c', false)],
    ['https://a.id/?utm_source=x&b=1', ready('https://a.id/?utm_source=x&b=1', false, 'utm_source')],
    ['kpu. go.id/berita', refused('blanks', 'https://kpu.go.id/berita')],
    ['dua kata', refused('unreadable')],
    ['berita', refused('unreadable')],
    ['JavaScript :alert(1)', refused('unsafe')],
    ['file:///C:/naskah.docx', refused('unsafe')],
  ])('reads %j', (typed, expected) => {
    expect(checkLink(typed)).toEqual(expected)
  })
})

describe('isBareLink', () => {
  it.each([
    ['', 'https://kpu.go.id', true],
    ['KPU.go.id/', 'https://kpu.go.id', true],
    ['humas@kpu.go.id', 'mailto:humas@kpu.go.id', true],
    ['situs kami', 'https://kpu.go.id', false],
  ])('says of %j for %s: %s', (words, link, expected) => {
    expect(isBareLink(words, link)).toBe(expected)
  })
})
