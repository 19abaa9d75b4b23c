import { UNDO_COMMAND } from 'lexical'
import { describe, expect, it } from 'vitest'
import {
  changePhoto,
  insertPhotos,
  movePhoto,
  removePhoto,
} from '../../../../../src/newsroom/editor/ui/lexical/photo-commands.ts'
import { getBlockText, type BlockId } from '../../../../../src/newsroom/story/index.ts'
import { aStory } from '../../../../support/builders.ts'
import { createTestEditor, edit, travel, $select } from '../support.ts'

const [A, B] = ['a'.repeat(64), 'b'.repeat(64)]
const photo = (name: string, caption = '') => ({ photo: name, alt: 'Pelajar', caption })

/** An editor over three paragraphs, the caret in the second, and what its blocks are. */
function open(texts: readonly string[] = ['satu', 'dua', 'tiga']) {
  const core = createTestEditor(aStory({ blocks: texts }))
  const blocks = () => core.session.getStory().blocks
  const read = () =>
    blocks().map(
      (block) => (block.kind === 'photo' ? `[${block.photo.charAt(0)}]` : '') + getBlockText(block),
    )
  const idOf = (name: string): BlockId => {
    const found = blocks().find((block) => block.kind === 'photo' && block.photo === name)
    if (found === undefined) throw new Error('no such photo')
    return found.id
  }
  edit(core, () => $select([Math.min(1, texts.length - 1), 0]))
  return { core, blocks, read, idOf }
}

describe('photos in a story', () => {
  it('come after the block with the caret, in their order, each with an id, as one step', () => {
    const { core, read, blocks } = open()
    insertPhotos(core.editor, [photo(A, 'Keterangan'), photo(B)])
    expect(read()).toEqual(['satu', 'dua', '[a]Keterangan', '[b]', 'tiga'])
    expect(new Set(blocks().map(({ id }) => id)).size).toBe(5)
    travel(core, UNDO_COMMAND)
    expect(read()).toEqual(['satu', 'dua', 'tiga'])
  })

  it('take the place of an empty line', () => {
    const { core, read } = open(['satu', '', 'tiga'])
    insertPhotos(core.editor, [photo(A)])
    expect(read()).toEqual(['satu', '[a]', 'tiga'])
  })

  it('say something else, and keep the marks of a caption that stays', () => {
    const { core, blocks, read, idOf } = open()
    insertPhotos(core.editor, [photo(A, 'Keterangan')])
    changePhoto(core.editor, idOf(A), { alt: 'Guru', caption: 'Keterangan' })
    expect(blocks()[2]).toMatchObject({ alt: 'Guru', runs: [{ text: 'Keterangan' }] })
    changePhoto(core.editor, idOf(A), { caption: 'Lain' })
    expect(read()).toEqual(['satu', 'dua', '[a]Lain', 'tiga'])
    changePhoto(core.editor, idOf(A), { caption: '' })
    expect(read()).toEqual(['satu', 'dua', '[a]', 'tiga'])
  })

  it('move to the top and past their neighbours, and stay where there is none', () => {
    const { core, read, idOf } = open()
    insertPhotos(core.editor, [photo(A)])
    movePhoto(core.editor, idOf(A), 'up')
    expect(read()).toEqual(['satu', '[a]', 'dua', 'tiga'])
    movePhoto(core.editor, idOf(A), 'lead')
    movePhoto(core.editor, idOf(A), 'up')
    expect(read()).toEqual(['[a]', 'satu', 'dua', 'tiga'])
    movePhoto(core.editor, idOf(A), 'down')
    expect(read()).toEqual(['satu', '[a]', 'dua', 'tiga'])
  })

  it('leave, and undo brings them back under their ids', () => {
    const { core, read, idOf } = open()
    insertPhotos(core.editor, [photo(A, 'Keterangan')])
    const id = idOf(A)
    removePhoto(core.editor, id)
    expect(read()).toEqual(['satu', 'dua', 'tiga'])
    travel(core, UNDO_COMMAND)
    expect([read(), idOf(A)]).toEqual([['satu', 'dua', '[a]Keterangan', 'tiga'], id])
  })
})
