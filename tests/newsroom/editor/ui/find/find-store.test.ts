import { describe, expect, it } from 'vitest'
import { createFindStore, type FindDesk } from '../../../../../src/newsroom/editor/ui/find/find-store.ts'
import type { PatternAnswer } from '../../../../../src/newsroom/editor/ui/find/search-pattern.ts'
import type { Story } from '../../../../../src/newsroom/story/index.ts'
import { aStory } from '../../../../support/builders.ts'

const STORY = aStory({ headline: 'Kata pertama', blocks: ['kata, kata', 'kata lain'] })
const [FIRST, SECOND] = STORY.blocks.map(({ id }) => id)

describe('finding', () => {
  it('begins at the caret, goes round, and stays where it is when more is typed', () => {
    const { store } = open(STORY, { at: FIRST ?? 'headline', offset: 2 })
    store.setQuery({ text: 'kat' })
    expect(store.getState()).toMatchObject({ outcome: 'found', current: 2 })
    store.setQuery({ text: 'kata' })
    store.go(1)
    expect(store.getState().current).toBe(3)
    store.go(1)
    expect(store.getState().current).toBe(0)
    store.go(-1)
    expect(store.getState().found[store.getState().current ?? -1]).toMatchObject({ at: SECOND, start: 0 })
  })

  it('is in step with a story that changes, and goes on behind the place where it was', () => {
    const { store, change } = open(STORY, { at: FIRST ?? 'headline', offset: 0 })
    store.setQuery({ text: 'kata' })
    change(aStory({ headline: 'Kata pertama', blocks: ['kita, kata', 'kata lain'] }))
    expect(store.getState()).toMatchObject({ current: 1, found: [{ at: 'headline' }, { start: 6 }, {}] })
  })

  it('says what is no pattern, what takes too long and where nothing can look', async () => {
    const { store, answer } = open(STORY)
    store.setQuery({ text: '(', isPattern: true })
    expect(store.getState()).toMatchObject({ outcome: 'invalid', found: [] })
    for (const refusal of ['slow', 'unavailable'] as const) {
      store.setQuery({ text: '(a+)+' })
      expect(store.getState().outcome).toBe('searching')
      await answer(refusal)
      expect(store.getState()).toMatchObject({ outcome: refusal, found: [] })
    }
  })

  it('hears no answer to a pattern that is not asked for any more', async () => {
    const { store, answer } = open(STORY)
    store.setQuery({ text: 'a+', isPattern: true })
    store.setQuery({ text: 'lain', isPattern: false })
    await answer('slow')
    expect(store.getState()).toMatchObject({ outcome: 'found', found: [{ at: SECOND, start: 5 }] })
  })
})

function open(story: Story, caret: ReturnType<FindDesk['getCaret']> = null) {
  let shown = story
  let settle: (answer: PatternAnswer) => void = () => undefined
  const store = createFindStore({
    getStory: () => shown,
    getCaret: () => caret,
    searchPattern: () => new Promise((resolve) => void (settle = resolve)),
  })
  return {
    store,
    change(next: Story) {
      shown = next
      store.refresh()
    },
    async answer(each: PatternAnswer) {
      settle(each)
      await Promise.resolve()
      await Promise.resolve()
    },
  }
}
