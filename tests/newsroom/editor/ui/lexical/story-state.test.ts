import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { $readStory } from '../../../../../src/newsroom/editor/ui/lexical/story-state.ts'
import { arbitraryStory, arbitraryWildText } from '../../../../support/arbitraries.ts'
import { aStory } from '../../../../support/builders.ts'
import { createTestEditor } from '../support.ts'

describe('a story written into the editor and read back', () => {
  it('is the same, whatever it holds', () => {
    fc.assert(
      fc.property(arbitraryStory({ text: arbitraryWildText() }), (story) => {
        const { editor, dispose } = createTestEditor(story)
        expect(editor.read(() => $readStory(story))).toEqual(story)
        dispose()
      }),
      { numRuns: 200 },
    )
  })

  it('keeps no-break spaces, double blanks, tabs and line breaks, marked or not', () => {
    const runs = [
      { text: ' a\u00a0 b  ' },
      { text: '\n', bold: true as const },
      { text: 'c\n\nd\te', italic: true as const },
      { text: '\n', link: 'https://kpu.go.id/' },
    ]
    const story = aStory({ blocks: [{ kind: 'paragraph', runs }] })
    expect(createTestEditor(story).editor.read(() => $readStory(story)).blocks[0]?.runs).toEqual(runs)
  })

  it('has no block for the paragraph that an empty story is shown with', () => {
    const story = aStory({ blocks: [] })
    expect(createTestEditor(story).editor.read(() => $readStory(story))).toEqual(story)
  })

  it('loses a mark when a converter forgets it, which the comparison sees', () => {
    const story = aStory({ blocks: [{ kind: 'paragraph', runs: [{ text: 'a', bold: true }] }] })
    const { editor } = createTestEditor(story)
    const faulty = editor
      .read(() => $readStory(story))
      .blocks.map(({ runs, ...block }) => ({
        ...block,
        runs: runs.map(({ text }) => ({ text })),
      }))
    expect(faulty).not.toEqual(story.blocks)
  })
})
