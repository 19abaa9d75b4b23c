import { UNDO_COMMAND } from 'lexical'
import { describe, expect, it } from 'vitest'
import { aCredit, aStory } from '../../../../support/builders.ts'
import { createTestEditor, createTurnedClock, edit, travel, $select } from '../support.ts'

const STORY = aStory({ blocks: ['satu', 'dua', 'tiga'] })

describe('the session', () => {
  it('gives the very story it was started with while nothing changes', () => {
    const { session } = createTestEditor(STORY)
    expect(session.getStory()).toBe(STORY)
  })

  it('gives the same blocks but the one that changed, and the newest key', () => {
    const core = createTestEditor(STORY)
    core.editor.update(() => $select([1, 3]).insertText('!'))
    const story = core.session.getStory()
    expect(story.blocks[1]).toEqual({ ...STORY.blocks[1], runs: [{ text: 'dua!' }] })
    expect([story.blocks[0], story.blocks[2]]).toEqual([STORY.blocks[0], STORY.blocks[2]])
    expect(story.blocks[0]).toBe(STORY.blocks[0])
    expect(core.session.getStory()).toBe(story)
  })

  it('knows whether the story is the one that was saved', () => {
    const core = createTestEditor(STORY)
    edit(core, () => $select([1, 3]).insertText('!'))
    expect(core.session.isDirty(STORY)).toBe(true)
    travel(core, UNDO_COMMAND)
    expect(core.session.isDirty(STORY)).toBe(false)
    expect(core.session.getStory()).toEqual(STORY)
  })

  it('hands stored blocks back as they were, the unmerged runs of others too', () => {
    const runs = [{ text: 'a' }, { text: 'b' }, { text: '' }]
    const stored = aStory({ blocks: [{ kind: 'paragraph', runs }, 'dua'] })
    const core = createTestEditor(stored)
    edit(core, () => $select([1, 0]).insertText('x'))
    expect(core.session.getStory().blocks[0]?.runs).toEqual(runs)
  })

  it('tells of changes and not of the caret', () => {
    const core = createTestEditor(STORY)
    let told = 0
    core.session.subscribe(() => void (told += 1))
    edit(core, () => void $select([0, 1]))
    expect(told).toBe(0)
    edit(core, () => $select([0, 1]).insertText('x'))
    core.fields.setHeadline('Judul lain')
    expect(told).toBe(2)
  })

  it('has details under the one history, and a slug that goes along with its headline', () => {
    const started = aStory({ headline: 'Rapat', slug: 'rapat-2' })
    const core = createTestEditor(started)
    core.fields.setHeadline('Rapat Pleno')
    expect(core.session.getStory().slug).toBe('rapat-pleno')
    core.fields.setDetails({ slug: 'pleno' })
    core.fields.setDetails({ tags: ['Pleno'] })
    core.fields.setHeadline('Rapat Lain')
    expect(core.session.getStory()).toMatchObject({ headline: 'Rapat Lain', slug: 'pleno', tags: ['Pleno'] })
    for (let i = 0; i < 4; i += 1) travel(core, UNDO_COMMAND)
    expect(core.session.getStory()).toEqual(started)
  })

  it('starts anew from a story that replaces this one', () => {
    const core = createTestEditor(STORY)
    const other = aStory({ headline: 'Lain', blocks: ['lain'], slug: 'lain' })
    core.replaceStory(other, { undoable: true })
    expect(core.session.getStory()).toBe(other)
    travel(core, UNDO_COMMAND)
    expect(core.session.getStory()).toEqual(STORY)
    core.replaceStory(other, { undoable: false })
    travel(core, UNDO_COMMAND)
    expect(core.session.getStory()).toEqual(other)
  })
})

describe('the fields', () => {
  it('take keys that follow each other closely as one step, and a pause ends it', () => {
    const clock = createTurnedClock()
    const core = createTestEditor(STORY, clock)
    for (const headline of ['A', 'AB', 'ABC']) {
      core.fields.setHeadline(headline)
      clock.advance(100)
    }
    clock.advance(1000)
    core.fields.setHeadline('ABCD')
    travel(core, UNDO_COMMAND)
    expect(core.session.getStory().headline).toBe('ABC')
    travel(core, UNDO_COMMAND)
    expect(core.session.getStory().headline).toBe(STORY.headline)
  })

  it('take what one opening of a form sets as one step, which can be cancelled', () => {
    const core = createTestEditor(STORY)
    const step = {}
    core.fields.setCredit(aCredit({ editors: ['rw'] }), step)
    core.fields.setCredit(null, step)
    core.fields.cancel(step)
    core.editor.read(() => undefined)
    expect(core.session.getStory()).toEqual(STORY)
    core.fields.setCredit(null, {})
    edit(core, () => $select([0, 0]).insertText('x'))
    travel(core, UNDO_COMMAND)
    expect(core.session.getStory()).toEqual({ ...STORY, credit: null })
  })
})
