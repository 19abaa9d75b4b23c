import fc from 'fast-check'
import { $getSelection, CONTROLLED_TEXT_INSERTION_COMMAND, REDO_COMMAND, UNDO_COMMAND } from 'lexical'
import { describe, expect, it } from 'vitest'
import { $writeOwnBlocks } from '../../../../../src/newsroom/editor/ui/clipboard/own-blocks.ts'
import { parseOwnBlocks } from '../../../../../src/newsroom/editor/ui/clipboard/parse-own-blocks.ts'
import { $getBlanks } from '../../../../../src/newsroom/editor/ui/lexical/blank-places.ts'
import type { StoryEditorCore } from '../../../../../src/newsroom/editor/ui/lexical/create-story-editor.ts'
import { findBlanks } from '../../../../../src/newsroom/house/index.ts'
import { arbitraryStory } from '../../../../support/arbitraries.ts'
import { aStory } from '../../../../support/builders.ts'
import { $pasteOwnBlocks } from '../paste.ts'
import { createTestEditor, createTurnedClock, edit, readTexts, travel, $select } from '../support.ts'

const STORY = aStory({
  headline: 'KPU Terima {{lembaga}}',
  blocks: [
    'Audiensi {{lembaga}} di {{tempat}}.',
    { kind: 'paragraph', runs: [{ text: 'Hadir ' }, { text: '{{lembaga}}', bold: true }, { text: '.' }] },
    '{{isi}}',
  ],
})

function startFilling(over: Partial<Parameters<typeof createTestEditor>[2]> = {}) {
  const filled: string[] = []
  const clock = createTurnedClock()
  const core = createTestEditor(STORY, clock, {
    readValue: (_label, typed) => typed,
    onFilled: (label, value) => void filled.push(`${label}=${value}`),
    ...over,
  })
  return { core, clock, filled }
}

function type(core: StoryEditorCore, text: string): void {
  edit(core, () => {
    const isTaken = core.editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, text)
    if (!isTaken) $getSelection()?.insertText(text)
  })
}

const readBlanks = (core: StoryEditorCore) =>
  core.editor.read(() => $getBlanks().map((each) => each.getLabel()))

describe('blanks in the text', () => {
  it('are nodes of their own, and the story is what it was', () => {
    const { core } = startFilling()
    expect(readBlanks(core)).toEqual(['lembaga', 'tempat', 'lembaga', 'isi'])
    expect(core.session.getStory()).toBe(STORY)
    edit(core, () => $select([2, 0]).insertText('a'))
    edit(core, () => $select([0, 0]).insertText('b'))
    expect(core.session.getStory().blocks.map(({ runs }) => runs)).toEqual([
      [{ text: 'bAudiensi {{lembaga}} di {{tempat}}.' }],
      STORY.blocks[1]?.runs,
      [{ text: 'a{{isi}}' }],
    ])
  })

  it('go through any story and back, with their marks', () => {
    fc.assert(
      fc.property(
        arbitraryStory({ text: fc.constantFrom('{{a}}', 'x {{b}}{{a}} y', '{{', 'a}}', '{{c}}\n') }),
        (story) => {
          const core = createTestEditor(story)
          expect(core.session.getStory()).toEqual(story)
          expect(readBlanks(core).length).toBeLessThanOrEqual(findBlanks({ ...story, headline: '' }).length)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('come from what is typed and pasted too', () => {
    const core = createTestEditor(aStory({ blocks: ['a'] }))
    edit(core, () => $select([0, 1]).insertText(' {{acara}} b'))
    expect(readBlanks(core)).toEqual(['acara'])
    let written = ''
    edit(core, () => void (written = $writeOwnBlocks($select([0, 2], [0, 11]))))
    expect(parseOwnBlocks(written)).toMatchObject([{ kind: 'paragraph', runs: [{ text: '{{acara}}' }] }])
    edit(core, () => $pasteOwnBlocks(parseOwnBlocks(written) ?? [], $select([0, 0])))
    expect(readTexts(core)).toEqual(['{{acara}}a {{acara}} b'])
    expect(readBlanks(core)).toEqual(['acara', 'acara'])
  })
})

describe('going through blanks', () => {
  it('selects them in reading order, both ways, and says when there is none that way', () => {
    const { core } = startFilling()
    const current = () => core.blanks.getCurrent()?.label
    expect(core.blanks.goToFirst()).toBe(true)
    const forth = [current()]
    while (core.blanks.go('next')) forth.push(current())
    expect(forth).toEqual(['lembaga', 'tempat', 'lembaga', 'isi'])
    const back = [current()]
    while (core.blanks.go('previous')) back.push(current())
    expect(back).toEqual(['isi', 'lembaga', 'tempat', 'lembaga'])
  })

  it('starts from the caret, in a text or in an empty block', () => {
    const core = createTestEditor(aStory({ blocks: ['a {{b}} c', '', '{{d}}'] }))
    edit(core, () => $select([0, 8]))
    expect(core.blanks.go('next') && core.blanks.getCurrent()?.label).toBe('d')
    edit(core, () => $select([1, 0]))
    expect(core.blanks.go('next') && core.blanks.getCurrent()?.label).toBe('d')
    edit(core, () => $select([1, 0]))
    expect(core.blanks.go('previous') && core.blanks.getCurrent()?.label).toBe('b')
    edit(core, () => $select([0, 0]))
    expect(core.blanks.go('previous')).toBe(false)
  })
})

describe('filling a blank', () => {
  it('takes what is typed, and gives it to its namesakes when it is left', () => {
    const { core, filled } = startFilling()
    core.blanks.goToFirst()
    for (const key of 'SMA 1') type(core, key)
    expect(core.blanks.getCurrent()).toMatchObject({ label: 'lembaga', typed: 'SMA 1' })
    expect(core.session.getStory().headline).toBe('KPU Terima {{lembaga}}')
    core.blanks.go('next')
    expect(core.blanks.getCurrent()).toMatchObject({ label: 'tempat', typed: null })
    expect(core.session.getStory()).toMatchObject({
      headline: 'KPU Terima SMA 1',
      blocks: [
        { runs: [{ text: 'Audiensi SMA 1 di {{tempat}}.' }] },
        { runs: [{ text: 'Hadir ' }, { text: 'SMA 1', bold: true }, { text: '.' }] },
        { runs: [{ text: '{{isi}}' }] },
      ],
    })
    expect(filled).toEqual(['lembaga=SMA 1'])
  })

  it('is one step to undo, however long it takes, and to do again', () => {
    const { core, clock } = startFilling()
    edit(core, () => $select([0, 0]).insertText('x'))
    clock.advance(2_000)
    core.blanks.goToFirst()
    for (const key of 'SMA') {
      type(core, key)
      clock.advance(2_000)
    }
    core.blanks.go('next')
    const after = core.session.getStory()
    travel(core, UNDO_COMMAND)
    expect(core.session.getStory()).toMatchObject({
      headline: STORY.headline,
      blocks: [
        { runs: [{ text: 'xAudiensi {{lembaga}} di {{tempat}}.' }] },
        STORY.blocks[1],
        STORY.blocks[2],
      ],
    })
    travel(core, REDO_COMMAND)
    expect(core.session.getStory()).toEqual(after)
    travel(core, UNDO_COMMAND)
    travel(core, UNDO_COMMAND)
    expect(core.session.getStory()).toEqual(STORY)
  })

  it('ends when the caret is put elsewhere', async () => {
    const { core, filled } = startFilling()
    core.blanks.goToFirst()
    type(core, 'SMA')
    edit(core, () => $select([2, 7]))
    await Promise.resolve()
    expect(filled).toEqual(['lembaga=SMA'])
    expect(core.session.getStory().headline).toBe('KPU Terima SMA')
  })

  it('takes a chosen value at once, and reads a typed one by its rule', () => {
    const { core, filled } = startFilling({ readValue: (label, typed) => `${label}:${typed}` })
    core.blanks.goToFirst()
    core.blanks.fillCurrent('SMK')
    expect(core.session.getStory().headline).toBe('KPU Terima SMK')
    core.blanks.go('next')
    type(core, 'aula')
    core.blanks.finish()
    expect(readTexts(core)[0]).toBe('Audiensi SMK di tempat:aula.')
    expect(filled).toEqual(['lembaga=SMK', 'tempat=tempat:aula'])
    travel(core, UNDO_COMMAND)
    expect(readTexts(core)[0]).toBe('Audiensi SMK di {{tempat}}.')
    travel(core, UNDO_COMMAND)
    expect(core.session.getStory()).toEqual(STORY)
  })

  it('keeps the block’s id when the blank is all that is in it', () => {
    const { core } = startFilling()
    core.blanks.goToFirst()
    while (core.blanks.getCurrent()?.label !== 'isi') core.blanks.go('next')
    core.blanks.fillCurrent('Isi.')
    expect(core.session.getStory().blocks[2]).toEqual({ ...STORY.blocks[2], runs: [{ text: 'Isi.' }] })
  })

  it('can be undone while it is typed, and the blank is whole again', () => {
    const { core, filled } = startFilling()
    core.blanks.goToFirst()
    type(core, 'SMA')
    travel(core, UNDO_COMMAND)
    expect(core.session.getStory()).toEqual(STORY)
    expect(readBlanks(core)).toEqual(['lembaga', 'tempat', 'lembaga', 'isi'])
    expect(filled).toEqual([])
  })
})
