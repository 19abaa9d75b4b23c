import { $isListNode } from '@lexical/list'
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $getState,
  $isParagraphNode,
  $isRangeSelection,
  $setState,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  type ElementNode,
  type LexicalEditor,
} from 'lexical'
import { getBlockText, type BlockId } from '../../../story/index.ts'
import type { NewPhoto, PhotoMove, PhotoWords } from '../story-photos.ts'
import { $createBlocks, $findBlock, $getBlocks, $readBlock } from './blocks.ts'
import { $isPhotoNode, type PhotoNode } from './photo-node.ts'
import { $appendRuns } from './runs.ts'
import { altState, blockIdState } from './states.ts'

/**
 * What is done with photos from outside the text. Each is one step of the history, but for words: those that are typed
 * one after another into a form are one step together.
 */

/** Puts photos into the story, in their order, after the block with the caret, or at the end. */
export function insertPhotos(editor: LexicalEditor, photos: readonly NewPhoto[]): void {
  const blocks = photos.map(({ photo, alt, caption }) => {
    return { kind: 'photo' as const, photo, alt, runs: caption === '' ? [] : [{ text: caption }] }
  })
  editor.update(() => $insertAfterCaret($createBlocks(blocks)), { discrete: true, tag: HISTORY_PUSH_TAG })
}

/** Lets a photo say something else. A caption that says the same keeps its marks. */
export function changePhoto(editor: LexicalEditor, id: BlockId, { alt, caption }: PhotoWords): void {
  const tag = [HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG]
  editor.update(
    () => {
      const node = $findPhoto(id)
      if (node === null) return
      if (alt !== undefined && alt !== $getState(node, altState)) $setState(node, altState, alt)
      if (caption === undefined || caption === getBlockText($readBlock(node))) return
      node.clear()
      $appendRuns(node, caption === '' ? [] : [{ text: caption }])
    },
    { discrete: true, tag },
  )
}

/** Takes a photo out of the story. */
export function removePhoto(editor: LexicalEditor, id: BlockId): void {
  editor.update(
    () => {
      const node = $findPhoto(id)
      if (node !== null && $getRoot().getChildrenSize() === 1) node.insertAfter($createParagraphNode())
      node?.remove()
    },
    { discrete: true, tag: [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG] },
  )
}

/** Moves a photo to the top of the story, or past the block before or after it; a list is passed as a whole. */
export function movePhoto(editor: LexicalEditor, id: BlockId, move: PhotoMove): void {
  editor.update(
    () => {
      const node = $findPhoto(id)
      if (node === null) return
      const first = $getRoot().getFirstChild()
      if (move === 'lead' && first !== null && !first.is(node)) first.insertBefore(node)
      if (move === 'up') node.getPreviousSibling()?.insertBefore(node)
      if (move === 'down') node.getNextSibling()?.insertAfter(node)
    },
    { discrete: true, tag: [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG] },
  )
}

function $insertAfterCaret(nodes: readonly ElementNode[]): void {
  const selection = $getSelection()
  const block = $isRangeSelection(selection) ? $findBlock(selection.focus.getNode()) : null
  const list = block?.getParent()
  let last: ElementNode | null = $isListNode(list) ? list : block
  const caret = last
  for (const node of nodes) {
    if (last === null) $getRoot().append(node)
    else last.insertAfter(node)
    last = node
  }
  // An empty line that the photo was put on has done its work.
  if ($isParagraphNode(caret) && caret.isEmpty() && $getRoot().getChildrenSize() > nodes.length + 1)
    caret.remove()
  last?.selectEnd()
}

function $findPhoto(id: BlockId): PhotoNode | null {
  const node = $getBlocks().find((block) => $getState(block, blockIdState) === id)
  return $isPhotoNode(node) ? node : null
}
