import { $selectAll } from 'lexical'
import { describe, expect, it } from 'vitest'
import { $writeOwnBlocks } from '../../../../../src/newsroom/editor/ui/clipboard/own-blocks.ts'
import { parseOwnBlocks } from '../../../../../src/newsroom/editor/ui/clipboard/parse-own-blocks.ts'
import { aStory } from '../../../../support/builders.ts'
import { createTestEditor, edit, $select } from '../support.ts'

const PHOTO = { kind: 'photo' as const, photo: 'f'.repeat(64), alt: 'Aula', runs: [{ text: 'keterangan' }] }
const STORY = aStory({
  blocks: ['satu dua', { kind: 'heading', runs: [{ text: 'ti' }, { text: 'ga', bold: true }] }, PHOTO],
})

describe('blocks on the clipboard', () => {
  it.each([
    ['part of a block', [0, 1], [0, 4], [{ kind: 'paragraph', runs: [{ text: 'atu' }] }]],
    [
      'parts of two blocks',
      [0, 5],
      [1, 3],
      [
        { kind: 'paragraph', runs: [{ text: 'dua' }] },
        { kind: 'heading', runs: [{ text: 'ti' }, { text: 'g', bold: true }] },
      ],
    ],
    ['a whole block with its id', [1, 0], [1, 4], [{ id: 'b000000000002', ...STORY.blocks[1] }]],
    [
      'a part of a caption without the picture',
      [2, 0],
      [2, 3],
      [{ kind: 'paragraph', runs: [{ text: 'ket' }] }],
    ],
    ['a whole photo', [2, 0], [2, 10], [STORY.blocks[2]]],
  ] as const)('are %s', (_name, from, to, expected) => {
    expect(copy([...from], [...to])).toEqual(expected)
    expect(copy([...to], [...from])).toEqual(expected)
  })

  it('are all of them when all is selected', () => {
    const core = createTestEditor(STORY)
    let text = ''
    edit(core, () => void (text = $writeOwnBlocks($selectAll())))
    expect(parseOwnBlocks(text)).toEqual(STORY.blocks)
  })

  it.each([
    ['no JSON', '{'],
    ['another shape', '{"blocks":[]}'],
    [
      'a picture that is none',
      JSON.stringify({ whole: [true], blocks: [{ ...PHOTO, id: 'b000000000001', photo: '../x' }] }),
    ],
    ['an id that is none', JSON.stringify({ whole: [true], blocks: [{ ...PHOTO, id: '<img>' }] })],
  ])('are refused when they are %s', (_name, text) => {
    expect(parseOwnBlocks(text)).toBeNull()
  })
})

function copy(from: [number, number], to: [number, number]) {
  const core = createTestEditor(STORY)
  let text = ''
  edit(core, () => void (text = $writeOwnBlocks($select(from, to))))
  return parseOwnBlocks(text)
}
