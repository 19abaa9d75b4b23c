import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatMarkdown, formatText, parseMarkdown } from '../../../src/newsroom/formats/index.ts'
import { findCreditLine, type Story } from '../../../src/newsroom/story/index.ts'
import {
  arbitraryProse,
  arbitraryStory,
  arbitraryText,
  arbitraryWildText,
} from '../../support/arbitraries.ts'
import { aCredit, aHouse, aLongStory, aStory, createTestRandom, withoutIds } from '../../support/builders.ts'

const house = aHouse()
const read = (text: string) => parseMarkdown(text, { house, random: createTestRandom() }).story

/** Characters that CommonMark has no way to write beside a mark: controls but tab and line ends, and noncharacters. */
const UNWRITABLE = /[\0-\u0008\u000b\f\u000e-\u001f\u007f-\u009f\p{Cs}\p{Noncharacter_Code_Point}]/gu

/** Whether a story's forms can be told from its text, as `txt` needs it too. */
function isPlain(story: Story): boolean {
  const hasText = story.blocks.some((block) => block.kind !== 'photo')
  if (!hasText) return story.dateline === null && story.credit === null
  const { credit } = story
  if (credit === null || credit.join === 'block') return true
  const last = story.blocks.findLast((block) => block.kind !== 'photo')
  const printed = formatText(
    { ...story, headline: '', dateline: null, blocks: last === undefined ? [] : [last] },
    house,
  )
  return findCreditLine(printed, house.credit)?.credit.join === credit.join
}

describe('a story in Markdown', () => {
  it('comes back but for the ids, when its texts are ordinary', () => {
    const stories = arbitraryStory({ text: arbitraryProse(), emptyBlocks: false }).filter(isPlain)
    fc.assert(
      fc.property(stories, (story) => {
        expect(withoutIds(read(formatMarkdown(story, house)))).toEqual(withoutIds(story))
      }),
      { numRuns: 100 },
    )
  })

  it('comes back with any text that Markdown can write, markup of every kind included', () => {
    const text = arbitraryText().map((each) => each.replace(UNWRITABLE, ''))
    const stories = arbitraryStory({ text, emptyBlocks: false }).map((story): Story => {
      // A line end in an alt text is one of the file's; a CR cannot be told from it.
      const blocks = story.blocks.map((block) =>
        block.kind === 'photo' ? { ...block, alt: block.alt.replaceAll('\r', '') } : block,
      )
      return { ...story, dateline: null, credit: null, blocks }
    })
    fc.assert(
      fc.property(stories, (story) => {
        expect(withoutIds(read(formatMarkdown(story, house)))).toEqual(withoutIds(story))
      }),
      { numRuns: 100 },
    )
  })

  it('never throws, nor becomes other blocks, whatever the text', () => {
    const stories = arbitraryStory({ text: arbitraryWildText(), emptyBlocks: false })
    fc.assert(
      fc.property(stories, (story) => {
        const plain = { ...story, dateline: null, credit: null }
        const shape = (each: Story) =>
          each.blocks.map((block) => [block.kind, block.runs.map(({ text: _, ...marks }) => marks)])
        expect(shape(read(formatMarkdown(plain, house)))).toEqual(shape(plain))
      }),
      { numRuns: 100 },
    )
  })

  it('holds 20,000 words', () => {
    const story = aLongStory(20_000)
    expect(withoutIds(read(formatMarkdown(story, house)))).toEqual(withoutIds(story))
  })

  it('leaves out blocks without text, which it cannot write', () => {
    const story = aStory({ blocks: ['a', '', { kind: 'list', ordered: false, runs: [] }, 'b'] })
    expect(withoutIds(read(formatMarkdown(story, house)))).toEqual(withoutIds(aStory({ blocks: ['a', 'b'] })))
  })

  it('reads as plain Markdown', () => {
    const story = aStory({
      excerpt: 'Ringkas: "satu"',
      tags: ['pemilu', '- b'],
      blocks: [
        { kind: 'paragraph', runs: [{ text: 'Satu ' }, { text: 'dua', bold: true }, { text: '.\ntiga*' }] },
        { kind: 'heading', runs: [{ text: 'Empat' }] },
        { kind: 'quote', runs: [{ text: 'Lima', italic: true }] },
        { kind: 'list', ordered: false, runs: [{ text: 'enam', link: 'https://kpu.go.id' }] },
        { kind: 'list', ordered: false, runs: [{ text: 'tujuh' }] },
        { kind: 'photo', photo: 'a'.repeat(64), alt: 'alt', runs: [{ text: 'Keterangan' }] },
        '1. Akhir',
      ],
      credit: aCredit({ join: 'block' }),
    })
    expect(formatMarkdown(story, house)).toBe(`---
event: "2025-11-13 stated"
excerpt: "Ringkas: \\"satu\\""
tags:
  - "pemilu"
  - "- b"
---

# KPU Kota Tirtasari Uji Alat Bantu Coblos

Tirtasari, kota-tirtasari.kpu.go.id - Satu **dua**.\\
tiga\\*

## Empat

> *Lima*

- [enam](https://kpu.go.id)
- tujuh

![alt](photos/${'a'.repeat(64)}.jpg)\\
Keterangan

1\\. Akhir

(nrl/ed. Foto: bgs/KPU Kota Tirtasari)
`)
  })
})
