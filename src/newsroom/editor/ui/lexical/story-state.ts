import { $createParagraphNode, $getRoot, $getState, $setSelection, $setState } from 'lexical'
import type { Block, Story } from '../../../story/index.ts'
import { $createBlocks, $getBlocks, $readBlock } from './blocks.ts'
import { creditState, datelineState, detailsState, headlineState, pickDetails } from './states.ts'

/** What the editor holds of a story. */
export type EditedStory = Omit<Story, 'schema'>

/** Writes a story into the editor in place of what it holds. A story without blocks gets one empty paragraph to type in. */
export function $writeStory(story: EditedStory): void {
  // The nodes that were selected are gone.
  $setSelection(null)
  const root = $getRoot().clear()
  $setState(root, headlineState, story.headline)
  $setState(root, datelineState, story.dateline)
  $setState(root, creditState, story.credit)
  $setState(root, detailsState, () => pickDetails(story))
  root.append(...$createBlocks(story.blocks))
  if (root.isEmpty()) root.append($createParagraphNode())
}

/** Reads the story from the editor; what the editor does not hold is that of `base`. */
export function $readStory(base: Story): Story {
  return replaceFields(base, $readFields(), dropPlaceholder($getBlocks().map($readBlock), base))
}

/** The story with other fields and blocks. What the editor left out of them, since it is empty, is not that of `base`. */
export function replaceFields(
  { categories: _categories, attachments: _attachments, ...base }: Story,
  fields: Omit<EditedStory, 'blocks'>,
  blocks: readonly Block[],
): Story {
  return { ...base, ...fields, blocks }
}

/** Reads the headline, the dateline, the credit line and the details. */
export function $readFields(): Omit<EditedStory, 'blocks'> {
  const root = $getRoot()
  return {
    headline: $getState(root, headlineState),
    dateline: $getState(root, datelineState),
    credit: $getState(root, creditState),
    ...$getState(root, detailsState),
  }
}

/** The empty paragraph that a story without blocks is shown with is no block of it. */
export function dropPlaceholder(blocks: readonly Block[], base: Pick<Story, 'blocks'>): readonly Block[] {
  const [first, second] = blocks
  const isAlone = first?.kind === 'paragraph' && first.runs.length === 0 && second === undefined
  return isAlone && base.blocks.length === 0 ? [] : blocks
}
