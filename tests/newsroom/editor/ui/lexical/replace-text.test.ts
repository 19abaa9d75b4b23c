import fc from 'fast-check'
import { UNDO_COMMAND } from 'lexical'
import { describe, expect, it } from 'vitest'
import type { Replacement } from '../../../../../src/newsroom/editor/index.ts'
import { replaceInStory } from '../../../../../src/newsroom/editor/ui/lexical/replace-text.ts'
import { mergeRuns } from '../../../../../src/newsroom/formats/index.ts'
import type { BlockId, Run } from '../../../../../src/newsroom/story/index.ts'
import { aStory } from '../../../../support/builders.ts'
import { createTestEditor, readIds, travel } from '../support.ts'

const LINK = 'https://kpu.go.id'

describe('replacing in a story', () => {
  it('keeps marks and links, and is one step to undo', () => {
    const story = aStory({
      headline: 'Pemilu dan pemilu',
      slug: 'pemilu-dan-pemilu',
      blocks: [
        { kind: 'heading', runs: [{ text: 'Hari ' }, { text: 'pemilu raya', bold: true }] },
        { kind: 'paragraph', runs: [{ text: 'situs pe' }, { text: 'milu', link: LINK }, { text: ' kita' }] },
      ],
    })
    const core = createTestEditor(story)
    const ids = readIds(core)
    const [first, second] = ids as [BlockId, BlockId]
    const replace = (
      at: Replacement['at'],
      start: number,
      text = 'Pilkada',
      before = 'pemilu',
    ): Replacement => ({
      ...{ at, start, end: start + before.length, before, text },
    })
    const plan = [
      replace('headline', 0, 'Pilkada', 'Pemilu'),
      replace('headline', 11),
      replace(first, 5),
      replace(second, 6),
    ]
    expect(replaceInStory(core, plan)).toBe(4)
    expect(core.session.getStory()).toMatchObject({
      headline: 'Pilkada dan Pilkada',
      slug: 'pilkada-dan-pilkada',
      blocks: [
        { runs: [{ text: 'Hari ' }, { text: 'Pilkada raya', bold: true }] },
        { runs: [{ text: 'situs Pilkada kita' }] },
      ],
    })
    expect(readIds(core)).toEqual(ids)
    travel(core, UNDO_COMMAND)
    expect(core.session.getStory()).toEqual(story)
  })

  it('leaves alone what is no longer what was found', () => {
    const core = createTestEditor(aStory({ blocks: ['satu dua'] }))
    const [id] = readIds(core) as [BlockId]
    expect(replaceInStory(core, [{ at: id, start: 0, end: 4, before: 'lain', text: 'X' }])).toBe(0)
    expect(core.session.getStory().blocks[0]?.runs).toEqual([{ text: 'satu dua' }])
  })

  it('gives what a text with marks gives, letter by letter, for any runs and any changes', () => {
    const run = fc.record(
      {
        text: fc.string({ unit: fc.constantFrom('a', 'b', 'ç', '\n', '🙏'), minLength: 1, maxLength: 5 }),
        bold: fc.constant(true as const),
        italic: fc.constant(true as const),
        link: fc.constantFrom(LINK, 'https://lain.id'),
      },
      { requiredKeys: ['text'] },
    )
    const put = fc.constantFrom('', 'x', 'panjang sekali', 'x\ny', '\n')
    const cut = fc.record({ skip: fc.nat(4), take: fc.integer({ min: 1, max: 5 }), put })
    fc.assert(
      fc.property(fc.array(run, { maxLength: 6 }), fc.array(cut, { maxLength: 5 }), (sketch, cuts) => {
        const runs = mergeRuns(sketch)
        const core = createTestEditor(aStory({ blocks: [{ kind: 'paragraph', runs }, 'lain'] }))
        const [id] = readIds(core) as [BlockId]
        const changes = placeCuts(runs, cuts, id)
        const before = core.session.getStory()
        replaceInStory(core, changes)
        expect(core.session.getStory().blocks[0]?.runs).toEqual(changeRuns(runs, changes))
        expect(readIds(core)[0]).toBe(id)
        if (changes.some(({ before: old, text }) => old !== text)) travel(core, UNDO_COMMAND)
        expect(core.session.getStory()).toEqual(before)
      }),
      { numRuns: 300 },
    )
  })
})

/** Turns steps along a text into changes in their order that do not overlap. */
function placeCuts(
  runs: readonly Run[],
  cuts: readonly { skip: number; take: number; put: string }[],
  at: BlockId,
): readonly Replacement[] {
  const text = runs.map((each) => each.text).join('')
  let from = 0
  return cuts.flatMap(({ skip, take, put }) => {
    const start = from + skip
    const end = Math.min(text.length, start + take)
    if (start >= end) return []
    from = end
    return [{ at, start, end, before: text.slice(start, end), text: put }]
  })
}

/** The same on characters, each with its marks. */
function changeRuns(runs: readonly Run[], changes: readonly Replacement[]): readonly Run[] {
  const units = runs.flatMap((each) => each.text.split('').map((unit) => ({ ...each, text: unit })))
  for (const { start, end, text } of changes.toReversed()) {
    const marks = units.slice(start, end).find((unit) => unit.text !== '\n') ?? units[start]
    const put = marks === undefined || text === '' ? [] : [{ ...marks, text }]
    units.splice(start, end - start, ...put)
  }
  return mergeRuns(units)
}
