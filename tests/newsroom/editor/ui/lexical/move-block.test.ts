import { UNDO_COMMAND } from 'lexical'
import { describe, expect, it } from 'vitest'
import { $getBlocks } from '../../../../../src/newsroom/editor/ui/lexical/blocks.ts'
import { moveBlock, moveCaretBlock } from '../../../../../src/newsroom/editor/ui/lexical/move-block.ts'
import { getBlockText } from '../../../../../src/newsroom/story/index.ts'
import { aStory, type BlockSketch } from '../../../../support/builders.ts'
import { createTestEditor, edit, travel, $select } from '../support.ts'

const item = (text: string, ordered = false): BlockSketch => ({ kind: 'list', ordered, runs: [{ text }] })
const PHOTO: BlockSketch = { kind: 'photo', photo: 'a'.repeat(64), alt: '', runs: [{ text: 'foto' }] }

/** An editor with the caret in the block of that text. */
function open(blocks: readonly BlockSketch[], caret: string) {
  const core = createTestEditor(aStory({ blocks }))
  const read = () => core.session.getStory().blocks.map(getBlockText).join(' ')
  const readIds = () => core.session.getStory().blocks.map(({ id, runs }) => `${runs[0]?.text} ${id}`)
  const at = core.session.getStory().blocks.findIndex((block) => getBlockText(block) === caret)
  edit(core, () => void $select([at, 1]))
  const lists = () =>
    core.editor.read(() => new Set($getBlocks().map((block) => block.getParent()?.getKey())).size)
  return { core, read, readIds, lists, move: (step: 'up' | 'down') => moveCaretBlock(core.editor, step) }
}

describe('a block that is moved by the keyboard', () => {
  it('goes past its neighbour with its id and the caret, and back in one step', () => {
    const { core, read, readIds, move } = open(['satu', 'dua', 'tiga'], 'dua')
    const before = readIds()
    expect(move('up')).toEqual({ place: 1, count: 3 })
    expect([read(), readIds().sort()]).toEqual(['dua satu tiga', [...before].sort()])
    expect(move('down')).toEqual({ place: 2, count: 3 })
    expect(move('down')).toEqual({ place: 3, count: 3 })
    expect(read()).toBe('satu tiga dua')
    travel(core, UNDO_COMMAND)
    travel(core, UNDO_COMMAND)
    expect(read()).toBe('dua satu tiga')
    travel(core, UNDO_COMMAND)
    expect([read(), readIds()]).toEqual(['satu dua tiga', before])
  })

  it('stays where there is no further neighbour, and that is no step of the history', () => {
    const { core, read, move } = open(['satu', 'dua'], 'dua')
    expect([move('up'), move('up')]).toEqual([{ place: 1, count: 2 }, null])
    travel(core, UNDO_COMMAND)
    expect(read()).toBe('satu dua')
  })

  it('goes past a list as a whole, and photos go as texts do', () => {
    const { read, move } = open([PHOTO, item('a'), item('b'), 'akhir'], 'foto')
    expect(move('down')).toEqual({ place: 3, count: 4 })
    expect(read()).toBe('a b foto akhir')
    move('down')
    expect(read()).toBe('a b akhir foto')
  })

  it('leaves its list at the edge, as an item still, and joins it again', () => {
    const { core, read, readIds, lists, move } = open(['satu', item('a'), item('b')], 'a')
    const before = readIds()
    expect(move('up')).toEqual({ place: 1, count: 3 })
    expect([read(), lists()]).toEqual(['a satu b', 3])
    expect(core.session.getStory().blocks[0]).toMatchObject({ kind: 'list', ordered: false })
    expect(move('down')).toEqual({ place: 2, count: 3 })
    expect([readIds(), lists()]).toEqual([before, 2])
  })

  it('lets lists of a kind that come together be one, and others stay apart', () => {
    const { lists, move } = open([item('a'), 'satu', item('b'), item('c', true)], 'satu')
    move('up')
    expect(lists()).toBe(3)
  })
})

describe('a block that is moved to a place', () => {
  const moveTo = (
    core: ReturnType<typeof open>['core'],
    from: number,
    to: number,
    side: 'before' | 'after',
  ) =>
    moveBlock(core.editor, () => {
      const [block, beside] = [$getBlocks()[from], $getBlocks()[to]]
      return block === undefined || beside === undefined ? null : { block, gap: { beside, side } }
    })

  it('comes before or after any other', () => {
    const { core, read } = open(['satu', 'dua', 'tiga'], 'satu')
    expect(moveTo(core, 0, 2, 'after')).toEqual({ place: 3, count: 3 })
    expect(read()).toBe('dua tiga satu')
    expect(moveTo(core, 2, 0, 'before')).toEqual({ place: 1, count: 3 })
    expect([moveTo(core, 0, 0, 'after'), moveTo(core, 0, 1, 'before')]).toEqual([null, null])
    expect(read()).toBe('satu dua tiga')
  })

  it('takes an item into another list, whose kind it has then, and leaves no empty one', () => {
    const { core, read, lists } = open([item('a'), 'satu', item('b', true)], 'satu')
    moveTo(core, 0, 2, 'before')
    expect([read(), lists()]).toEqual(['satu a b', 2])
    expect(core.session.getStory().blocks[1]).toMatchObject({ kind: 'list', ordered: true })
  })

  it('never comes between the items of a list when it is none', () => {
    const { core, read, lists } = open(['satu', item('a'), item('b')], 'satu')
    moveTo(core, 0, 1, 'after')
    expect([read(), lists()]).toEqual(['a b satu', 2])
  })
})
