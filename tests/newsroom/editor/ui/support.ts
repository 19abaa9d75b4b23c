import {
  $getRoot,
  $getState,
  type RangeSelection,
  $createRangeSelection,
  $setSelection,
  type ElementNode,
  type LexicalCommand,
} from 'lexical'
import type { Story } from '../../../../src/newsroom/story/index.ts'
import { $getBlocks } from '../../../../src/newsroom/editor/ui/lexical/blocks.ts'
import type { BlankDesk } from '../../../../src/newsroom/editor/ui/lexical/blanks.ts'
import {
  createStoryEditor,
  type StoryEditorCore,
} from '../../../../src/newsroom/editor/ui/lexical/create-story-editor.ts'
import { $getLeaves } from '../../../../src/newsroom/editor/ui/lexical/runs.ts'
import { blockIdState } from '../../../../src/newsroom/editor/ui/lexical/states.ts'
import { createTestRandom } from '../../../support/builders.ts'

/** A clock that tests turn by hand. */
export interface TurnedClock {
  now(): number
  advance(ms: number): void
}

export function createTurnedClock(): TurnedClock {
  let time = 1_000_000
  return { now: () => time, advance: (ms) => void (time += ms) }
}

/** An editor without a window over a story. */
export function createTestEditor(
  story: Story,
  clock: TurnedClock = createTurnedClock(),
  blankDesk?: BlankDesk,
): StoryEditorCore {
  return createStoryEditor({
    story,
    blankDesk,
    random: createTestRandom(7),
    now: clock.now,
    onError: (error) => {
      throw error
    },
  })
}

/** Changes the editor at once. */
export function edit(core: StoryEditorCore, change: () => void): void {
  core.editor.update(change, { discrete: true })
}

/** Undoes or redoes, and waits for it as a key press does. */
export function travel(core: StoryEditorCore, command: LexicalCommand<void>): void {
  core.editor.dispatchCommand(command, undefined)
  core.editor.read(() => undefined)
}

/** The ids of the blocks on screen, as the nodes hold them. */
export function readIds(core: StoryEditorCore): readonly string[] {
  return core.editor.read($readBlockIds)
}

/** The ids of the blocks, inside an editor. */
export function $readBlockIds(): readonly string[] {
  return $getBlocks().map((block) => $getState(block, blockIdState))
}

/** The texts of the blocks on screen. */
export function readTexts(core: StoryEditorCore): readonly string[] {
  return core.editor.read(() => $getBlocks().map((block) => block.getTextContent()))
}

/** Selects from an offset in one block to an offset in another; both blocks are counted from 0. */
export function $select(
  from: readonly [number, number],
  to: readonly [number, number] = from,
): RangeSelection {
  const selection = $createRangeSelection()
  const blocks = $getBlocks()
  $setPoint(selection.anchor, blocks[from[0]], from[1])
  $setPoint(selection.focus, blocks[to[0]], to[1])
  $setSelection(selection)
  return selection
}

function $setPoint(point: RangeSelection['anchor'], block: ElementNode | undefined, offset: number): void {
  let rest = offset
  for (const leaf of block === undefined ? [] : $getLeaves(block)) {
    const size = leaf.getTextContentSize()
    if (leaf.getType() !== 'linebreak' && rest <= size) return point.set(leaf.getKey(), rest, 'text')
    if (leaf.getType() === 'linebreak' && rest === 0) {
      return point.set(leaf.getParentOrThrow().getKey(), leaf.getIndexWithinParent(), 'element')
    }
    rest -= size
  }
  const at = block ?? $getRoot()
  point.set(at.getKey(), at.getChildrenSize(), 'element')
}
