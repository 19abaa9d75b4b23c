import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSameJson } from '../../../src/base/same-json.ts'
import { encodeSealed, openSeal } from '../../../src/base/node/seal.ts'
import { adoptStory } from '../../../src/newsroom/drafts/adopt.ts'
import { encodeDraft } from '../../../src/newsroom/drafts/node/encode-draft.ts'
import { createFirstDraft } from '../../../src/newsroom/drafts/revise.ts'
import type { Story } from '../../../src/newsroom/story/index.ts'
import { arbitraryText, arbitraryWildText } from '../../support/arbitraries.ts'
import { aStory } from '../../support/builders.ts'

const at = '2025-11-14T02:00:00.000Z'
const aDraft = (story: Story) =>
  createFirstDraft({ id: '00000000-0000-4000-8000-000000000001', order: 1, at, story, source: null })

/** Stories whose texts could confuse whoever pieces JSON together. */
const arbitraryBlocks = fc.array(
  fc.oneof(
    arbitraryText(),
    arbitraryWildText(),
    fc.constantFrom(
      '"blocks": []',
      '\n    "blocks": []',
      '\\',
      '"',
      ',\n',
      '\u2028',
      '", "seal": "00000000"',
    ),
  ),
  { maxLength: 6 },
)
const arbitraryStory = fc
  .tuple(arbitraryText(), arbitraryBlocks, fc.array(arbitraryText(), { maxLength: 2 }))
  .map(([headline, blocks, tags]) => aStory({ headline, blocks, tags }))

describe('encodeDraft', () => {
  it('makes the very bytes of the whole draft, and a seal that fits', () => {
    fc.assert(
      fc.property(arbitraryStory, (story) => {
        const draft = aDraft(story)
        const bytes = Buffer.from(encodeDraft(draft))
        expect(bytes.equals(Buffer.from(encodeSealed(draft)))).toBe(true)
        expect(openSeal(JSON.parse(bytes.toString('utf8'))).state).toBe('intact')
      }),
    )
  })

  it('makes them again when a block was changed', () => {
    fc.assert(
      fc.property(arbitraryStory, arbitraryStory, (first, second) => {
        encodeDraft(aDraft(first))
        const draft = aDraft(adoptStory(first, second))
        expect(Buffer.from(encodeDraft(draft)).equals(Buffer.from(encodeSealed(draft)))).toBe(true)
      }),
    )
  })
})

describe('adoptStory', () => {
  it('is the story itself, to the letter', () => {
    fc.assert(
      fc.property(arbitraryStory, arbitraryStory, (head, story) => {
        expect(adoptStory(head, structuredClone(story))).toEqual(story)
      }),
    )
  })

  it('hands on the blocks that did not change, wherever they stand now', () => {
    const head = aStory({ blocks: ['Satu', 'Dua', 'Tiga'] })
    const [one, two, three] = structuredClone(head.blocks)
    if (one === undefined || two === undefined || three === undefined) throw new Error('no blocks')
    const story = { ...head, blocks: [three, { ...two, runs: [{ text: 'Dua lagi' }] }, one] }
    const { blocks } = adoptStory(head, story)
    expect([
      blocks[0] === head.blocks[2],
      blocks[1] === head.blocks[1],
      blocks[2] === head.blocks[0],
    ]).toEqual([true, false, true])
  })

  it('refuses what is no story: a block with one id twice, of a wrong shape, or with more than a block has', () => {
    const head = aStory({ blocks: ['Satu', 'Dua'] })
    const [one, two] = head.blocks
    if (one === undefined || two === undefined) throw new Error('no blocks')
    const wrong = [
      [one, one],
      [one, { ...two, id: one.id }],
      [one, Object.assign({}, two, { runs: 'x' })],
      [Object.assign({}, one, { extra: 1 }), two],
    ]
    for (const blocks of wrong) expect(() => adoptStory(head, { ...head, blocks })).toThrow()
  })
})

describe('isSameJson', () => {
  it('agrees with what JSON says, but for the order of properties', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(isSameJson(a, structuredClone(a))).toBe(true)
        if (JSON.stringify(a) === JSON.stringify(b)) expect(isSameJson(a, b)).toBe(true)
      }),
    )
    expect(isSameJson({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true)
  })

  it('sees every difference', () => {
    const pairs: readonly (readonly [unknown, unknown])[] = [
      [1, '1'],
      [null, {}],
      [[], {}],
      [
        [1, 2],
        [2, 1],
      ],
      [{ a: 1 }, { a: 1, b: undefined }],
      [{ a: { b: [1, { c: 'x' }] } }, { a: { b: [1, { c: 'y' }] } }],
    ]
    expect(pairs.map(([a, b]) => isSameJson(a, b) || isSameJson(b, a))).toEqual(pairs.map(() => false))
  })
})
