import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical'
import { $createHeadingNode } from '@lexical/rich-text'
import { describe, expect, it } from 'vitest'
import { $writeOwnBlocks } from '../../../../../src/newsroom/editor/ui/clipboard/own-blocks.ts'
import { parseOwnBlocks } from '../../../../../src/newsroom/editor/ui/clipboard/parse-own-blocks.ts'
import { $pasteOwnBlocks } from '../paste.ts'
import { aStory } from '../../../../support/builders.ts'
import { createTestEditor, edit, readIds, readTexts, $select, travel } from '../support.ts'

const [A, B, C] = ['b000000000001', 'b000000000002', 'b000000000003']

describe('the id of a block', () => {
  it('stays with the first part when it is the larger of a split', () => {
    const core = createTestEditor(aStory({ blocks: ['panjang sekali x', 'kedua'] }))
    edit(core, () => void $select([0, 15]).insertParagraph())
    expect(readTexts(core)).toEqual(['panjang sekali ', 'x', 'kedua'])
    expect(readIds(core)).toEqual([A, expect.not.stringMatching(`${A}|${B}`), B])
  })

  it('goes with the second part when that is the larger', () => {
    const core = createTestEditor(aStory({ blocks: ['x panjang sekali'] }))
    edit(core, () => void $select([0, 1]).insertParagraph())
    expect(readIds(core)[1]).toBe(A)
  })

  it.each(['paragraph', 'heading', 'quote'] as const)(
    'follows its text when Enter is pressed at the start of a %s',
    (kind) => {
      const core = createTestEditor(aStory({ blocks: [{ kind, runs: [{ text: 'teks' }] }] }))
      edit(core, () => void $select([0, 0]).insertParagraph())
      expect(readTexts(core)).toEqual(['', 'teks'])
      expect(readIds(core)).toEqual([expect.stringMatching(/^b/), A])
      expect(readIds(core)[0]).not.toBe(A)
    },
  )

  it('follows its text when Enter is pressed at the start of a list item', () => {
    const core = createTestEditor(
      aStory({ blocks: [{ kind: 'list', ordered: true, runs: [{ text: 'teks' }] }] }),
    )
    edit(core, () => void $select([0, 0]).insertParagraph())
    expect(readTexts(core)).toEqual(['', 'teks'])
    expect(readIds(core)[1]).toBe(A)
  })

  it('is that of the larger of two blocks that are merged: Enter and Backspace change nothing', () => {
    const core = createTestEditor(aStory({ blocks: ['x', 'panjang'] }))
    edit(core, () => $select([0, 1], [1, 0]).removeText())
    expect([readTexts(core), readIds(core)]).toEqual([['xpanjang'], [B]])
  })

  it('stays with the block that a smaller one is merged into', () => {
    const core = createTestEditor(aStory({ blocks: ['satu', 'dua'] }))
    edit(core, () => $select([0, 4], [1, 0]).removeText())
    expect([readTexts(core), readIds(core)]).toEqual([['satudua'], [A]])
  })

  it('follows its text into an empty block', () => {
    const core = createTestEditor(aStory({ blocks: ['', 'dua'] }))
    edit(core, () => $select([0, 0], [1, 0]).removeText())
    expect([readTexts(core), readIds(core)]).toEqual([['dua'], [B]])
  })

  it('survives a change of kind', () => {
    const core = createTestEditor(aStory({ blocks: ['satu'] }))
    edit(core, () => void $getRoot().getFirstChildOrThrow().replace($createHeadingNode('h2'), true))
    expect(readIds(core)).toEqual([A])
  })

  it('stays with the text when other text is pasted before it', () => {
    const core = createTestEditor(aStory({ blocks: ['asal'] }))
    edit(core, () => $pasteOwnBlocks([paragraph('x'), paragraph('y')], $select([0, 0])))
    expect(readTexts(core)).toEqual(['x', 'yasal'])
    expect(readIds(core)[1]).toBe(A)
  })

  it('comes back when blocks are cut and pasted elsewhere, and is new for a second copy', () => {
    const core = createTestEditor(aStory({ blocks: ['satu', 'dua', 'tiga'] }))
    let cut = ''
    edit(core, () => {
      const selection = $select([1, 0], [2, 4])
      cut = $writeOwnBlocks(selection)
      selection.removeText()
    })
    const blocks = parseOwnBlocks(cut) ?? []
    edit(core, () => {
      $getRoot().append($createParagraphNode())
      $pasteOwnBlocks(blocks, $select([2, 0]))
    })
    expect(readIds(core)).toContain(C)
    const first = readIds(core)
    edit(core, () => $pasteOwnBlocks(blocks, $select([0, 0])))
    expect(new Set(readIds(core)).size).toBe(readIds(core).length)
    expect(readIds(core)).toEqual(expect.arrayContaining([...first]))
  })

  it('stays with a photo whose caption leaves it', () => {
    const core = createTestEditor(
      aStory({
        blocks: [{ kind: 'photo', photo: 'a'.repeat(64), alt: 'Aula', runs: [{ text: 'keterangan' }] }],
      }),
    )
    edit(core, () => void $select([0, 0]).insertParagraph())
    expect(readIds(core)[0]).toBe(A)
  })

  it('is what it was after undo and redo', () => {
    const core = createTestEditor(aStory({ blocks: ['satu dua'] }))
    edit(core, () => void $select([0, 4]).insertParagraph())
    const after = readIds(core)
    travel(core, UNDO_COMMAND)
    expect(readIds(core)).toEqual([A])
    travel(core, REDO_COMMAND)
    expect(readIds(core)).toEqual(after)
  })

  it('is given to the paragraph of an empty story', () => {
    const core = createTestEditor(aStory({ blocks: [] }))
    expect(readIds(core)).toEqual([expect.stringMatching(/^b[0-9a-z]{12}$/)])
    core.editor.read(() => expect($isRangeSelection($getSelection())).toBe(false))
  })
})

function paragraph(text: string) {
  return { kind: 'paragraph' as const, runs: [{ text }] }
}
