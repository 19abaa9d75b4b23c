import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compileQuery,
  findFrom,
  findInTexts,
  MOST_FOUND,
  type FindQuery,
} from '../../../src/newsroom/editor/index.ts'
import { parseBlockId } from '../../../src/newsroom/story/index.ts'

const PLAIN: FindQuery = { text: '', matchCase: false, wholeWord: false, isPattern: false }

describe('finding in a text', () => {
  it.each<[string, Partial<FindQuery>, string, readonly string[]]>([
    ['in any case', { text: 'pemilu' }, 'Pemilu, PEMILU', ['Pemilu', 'PEMILU']],
    ['in the same case', { text: 'Pemilu', matchCase: true }, 'Pemilu, PEMILU', ['Pemilu']],
    ['whole words', { text: 'kata', wholeWord: true }, 'kata, katanya, se-kata', ['kata', 'kata']],
    ['whole words with accents', { text: 'cafe', wholeWord: true }, 'cafe\u0301 cafe', ['cafe']],
    ['signs that a pattern would read', { text: '(d/m) a.b?' }, 'di (d/m) a.b? axb?', ['(d/m) a.b?']],
    ['curly quotes by the straight one', { text: '"ya"' }, '“Ya” "ya"', ['“Ya”', '"ya"']],
    ['a no-break space by the space', { text: 'a b' }, 'a\u00a0b a b', ['a\u00a0b', 'a b']],
    ['a pattern', { text: '\\d+/\\d+', isPattern: true }, 'Jumat (17/10)', ['17/10']],
    ['a pattern, whole words', { text: 'a|ab', isPattern: true, wholeWord: true }, 'a ab abc', ['a', 'ab']],
    ['nothing that is empty', { text: 'x*', isPattern: true }, 'axxb', ['xx']],
    ['nothing in a blank', { text: 'acara' }, 'acara {{acara}}', ['acara']],
    ['characters beyond 16 bits', { text: '🙏' }, 'a🙏🙏', ['🙏', '🙏']],
  ])('finds %s', (_name, query, text, expected) => {
    expect(find({ ...PLAIN, ...query }, text)).toEqual(expected)
  })

  it.each<Partial<FindQuery>>([
    { text: '' },
    { text: '(', isPattern: true },
    { text: 'a)(b', isPattern: true, wholeWord: true },
    { text: '[z-a]', isPattern: true },
  ])('has no expression for %j', (query) => {
    expect(compileQuery({ ...PLAIN, ...query })).toBeNull()
  })

  it('finds a plain text wherever it stands, and nowhere else', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '.', '(', '\n', '-', '$'), maxLength: 30 })
    const needles = fc.string({
      unit: fc.constantFrom('a', 'b', '.', '(', '-', '$'),
      minLength: 1,
      maxLength: 3,
    })
    fc.assert(
      fc.property(letters, needles, (text, needle) => {
        const starts: number[] = []
        for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length))
          starts.push(at)
        const expression = compileQuery({ ...PLAIN, text: needle, matchCase: true })
        const found = expression === null ? [] : findInTexts([{ at: 'headline', text }], expression)
        expect(found.map(({ start }) => start)).toEqual(starts)
      }),
    )
  })

  it('stops gathering at some thousands', () => {
    expect(find({ ...PLAIN, text: 'a' }, 'a'.repeat(MOST_FOUND + 5))).toHaveLength(MOST_FOUND)
  })
})

describe('findFrom', () => {
  const texts = ['a a', 'b', 'a'].map((text, i) => ({ at: i === 0 ? ('headline' as const) : name(i), text }))
  const expression = /a/gu
  it.each([
    ['at the place', 'headline', 0, 0],
    ['behind it', 'headline', 1, 1],
    ['in a later text', name(1), 0, 2],
    ['from the start again', name(2), 1, 0],
  ] as const)('takes the find %s', (_name, at, offset, expected) => {
    expect(findFrom(findInTexts(texts, expression), texts, { at, offset })).toBe(expected)
  })

  it('has nothing to go to without a find', () => {
    expect(findFrom([], texts, { at: 'headline', offset: 0 })).toBeNull()
  })
})

function find(query: FindQuery, text: string): readonly string[] {
  const expression = compileQuery(query)
  if (expression === null) return []
  return findInTexts([{ at: 'headline', text }], expression).map(({ start, end }) => text.slice(start, end))
}

function name(i: number) {
  return parseBlockId(`b${String(i).padStart(12, '0')}`)
}
