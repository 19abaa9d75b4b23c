import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fillStory,
  fillText,
  findBlanks,
  findBlanksIn,
  formatBlank,
  isBlankLabel,
  isSlugOf,
  makeHeadlineSlug,
} from '../../../src/newsroom/house/index.ts'
import { aStory } from '../../support/builders.ts'

const arbitraryLabel = () => fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }).filter(isBlankLabel)
const arbitraryPlain = () => fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[{}]/g, ''))

describe('findBlanksIn', () => {
  it('finds every blank that was written, where it stands', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(arbitraryPlain(), arbitraryLabel())), arbitraryPlain(), (parts, rest) => {
        const text = parts.map(([plain, label]) => plain + formatBlank(label)).join('') + rest
        const found = findBlanksIn(text)
        expect(found.map(({ label }) => label)).toEqual(parts.map(([, label]) => label))
        expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(
          parts.map(([, label]) => formatBlank(label)),
        )
      }),
    )
  })

  it.each(['{{}}', '{{a\nb}}', '{a}', '{{a}', `{{${'a'.repeat(61)}}}`, '{{a{b}}'])(
    'finds none in %j',
    (text) => {
      expect(findBlanksIn(text)).toEqual([])
    },
  )
})

describe('fillText', () => {
  it('leaves no blank of its label and every other character as it was', () => {
    fc.assert(
      fc.property(
        arbitraryLabel(),
        arbitraryLabel(),
        fc.array(arbitraryPlain(), { minLength: 1 }),
        arbitraryPlain(),
        (label, other, parts, value) => {
          fc.pre(label !== other)
          const blank = formatBlank(label)
          const text = `${formatBlank(other)}${parts.join(blank)}`
          expect(fillText(text, label, value)).toBe(`${formatBlank(other)}${parts.join(value)}`)
        },
      ),
    )
  })

  it('takes a value that looks like a pattern as it stands', () => {
    expect(fillText('a {{b}} c', 'b', '$& {{b}}')).toBe('a $& {{b}} c')
  })
})

describe('fillStory', () => {
  const story = aStory({
    headline: 'KPU Terima {{lembaga}}',
    blocks: [
      'Audiensi {{lembaga}} di {{tempat}}.',
      'Tanpa isian.',
      { kind: 'paragraph', runs: [{ text: '{{lembaga}}', bold: true }, { text: ' hadir.' }] },
    ],
  })

  it('fills a label in the headline and in every run, marks kept', () => {
    const filled = fillStory(story, 'lembaga', 'SMA Rawajaya')
    expect(filled.headline).toBe('KPU Terima SMA Rawajaya')
    expect(filled.blocks.map(({ runs }) => runs)).toEqual([
      [{ text: 'Audiensi SMA Rawajaya di {{tempat}}.' }],
      [{ text: 'Tanpa isian.' }],
      [{ text: 'SMA Rawajaya', bold: true }, { text: ' hadir.' }],
    ])
    expect(findBlanks(filled)).toEqual(['tempat'])
    expect(filled.blocks[1]).toBe(story.blocks[1])
  })

  it('drops a run that was the blank alone when it is filled with nothing', () => {
    expect(fillStory(story, 'lembaga', '').blocks[2]?.runs).toEqual([{ text: ' hadir.' }])
  })
})

describe('findBlanks', () => {
  it('names them in reading order, as often as they stand', () => {
    const story = aStory({ headline: '{{b}}', blocks: ['{{a}} {{b}}', 'x'] })
    expect(findBlanks(story)).toEqual(['b', 'a', 'b'])
  })
})

describe('isSlugOf', () => {
  it.each([
    ['rapat', 'Rapat', true],
    ['rapat-2', 'Rapat', true],
    ['rapat-dua', 'Rapat', false],
    ['rapat-', 'Rapat', false],
    ['rapat', 'Rapat {{acara}}', true],
    ['berita', '', true],
    ['lain', 'Rapat', false],
  ])('says of %j and %j: %j', (slug, headline, is) => {
    expect(isSlugOf(slug, headline)).toBe(is)
  })
})

describe('makeHeadlineSlug', () => {
  it('leaves blanks out', () => {
    expect(makeHeadlineSlug('KPU Terima {{lembaga}} Lagi')).toBe('kpu-terima-lagi')
    expect(makeHeadlineSlug('{{lembaga}}')).toBe('berita')
  })
})
