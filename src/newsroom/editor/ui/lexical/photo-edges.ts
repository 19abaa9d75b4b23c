import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  defineExtension,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  mergeRegister,
} from 'lexical'
import { $isAtEdge } from './block-edge.ts'
import { $findBlock, $getNextBlock, $getPreviousBlock } from './blocks.ts'
import { $isPhotoNode } from './photo-node.ts'

/** Keeps captions and paragraphs apart: Backspace and Delete at the edge between them move the caret, and merge nothing. */
export const PhotoEdgesExtension = defineExtension({
  name: 'redaksi/photo-edges',
  register: (editor) =>
    mergeRegister(
      ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
        editor.registerCommand(command, $stopAtPhoto, COMMAND_PRIORITY_LOW),
      ),
    ),
})

function $stopAtPhoto(isBackward: boolean): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false
  const block = $findBlock(selection.anchor.getNode())
  if (block === null || !$isAtEdge(selection.anchor, block, isBackward)) return false
  const next = isBackward ? $getPreviousBlock(block) : $getNextBlock(block)
  if (!$isPhotoNode(block) && !$isPhotoNode(next)) return false
  if (next === null) return true
  if (isBackward) next.selectEnd()
  else next.selectStart()
  if (block.isEmpty() && !$isPhotoNode(block)) block.remove()
  return true
}
