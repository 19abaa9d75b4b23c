import {
  $getEditor,
  $getNodeByKey,
  $getState,
  $setState,
  defineExtension,
  HISTORIC_TAG,
  mergeRegister,
  RootNode,
  safeCast,
  type EditorState,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical'
import type { RandomBytes } from '../../../../base/ids.ts'
import { createBlockId } from '../../../story/index.ts'
import { createBlockIndex, type BlockIndex } from './block-index.ts'
import { $isBlock, BLOCK_CLASSES } from './blocks.ts'
import { $findLargerMerged, $findOrigin, $isLargerHalf, $measureShare, wasEmpty } from './block-origin.ts'
import { $isPhotoNode } from './photo-node.ts'
import { blockIdState } from './states.ts'

/**
 * Gives every block one id of its own, for as long as it lives. It promises to whoever points at a block (a finding, a
 * comment, a suggestion) that the id goes where the block's text goes: the larger part of a split, a change of kind, a
 * merge into an empty block, cut and paste.
 *
 * One transform on the block classes notes which blocks an update touched; one on the root, which Lexical runs last,
 * settles their ids together. A key pressed inside a block touches no block, so it costs nothing.
 */
export const BlockIdsExtension = defineExtension({
  name: 'redaksi/block-ids',
  config: safeCast<{ random: RandomBytes }>({
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
  }),
  build: (): { readonly index: BlockIndex } => ({ index: createBlockIndex() }),
  register(editor, { random }, state) {
    const { index } = state.getOutput()
    const touched = new Set<NodeKey>()
    const noteTouched = (block: ElementNode) => void touched.add(block.getKey())
    return mergeRegister(
      ...BLOCK_CLASSES.map((each) => editor.registerNodeTransform<ElementNode>(each, noteTouched)),
      editor.registerNodeTransform(RootNode, () => {
        if (touched.size === 0) return
        const blocks = [...touched].map((key) => $getNodeByKey(key)).filter(isLiveBlock)
        touched.clear()
        $settleIds(blocks, index, random)
      }),
      registerRebuild(editor, index),
    )
  },
})

function isLiveBlock(node: LexicalNode | null): node is ElementNode {
  return $isBlock(node) && node.isAttached()
}

function $settleIds(blocks: readonly ElementNode[], index: BlockIndex, random: RandomBytes): void {
  const before = $getEditor().getEditorState()
  for (const block of blocks) $followText(block, before, index)
  for (const block of blocks) $takeLargerHalf(block, before, index)
  for (const block of blocks) $takeMergedId(block, before, index)
  for (const block of blocks) {
    const id = $getState(block, blockIdState)
    const holder = id === '' ? null : index.$getHolder(id)
    if (id === '' || (holder !== null && !holder.is(block)))
      $setState(block, blockIdState, createBlockId(random))
    index.$note(block)
  }
}

/** A block that was empty or was not there takes the id of the block that its text comes from, if it got the most. */
function $followText(block: ElementNode, before: EditorState, index: BlockIndex): void {
  if ($isPhotoNode(block) || !wasEmpty(block.getKey(), before)) return
  const origin = $findOrigin(block, before)
  if (origin === null || origin.id === $getState(block, blockIdState)) return
  const holder = index.$getHolder(origin.id)
  if (holder !== null && $measureShare(holder, origin.key, before) >= origin.share) return
  $takeId(block, origin.id, holder, index)
}

/** A split gives the id to the larger half. Lexical leaves it with the first, and with the empty line of an Enter at the start. */
function $takeLargerHalf(block: ElementNode, before: EditorState, index: BlockIndex): void {
  const first = block.getPreviousSibling()
  if ($getState(block, blockIdState) !== '' || !$isBlock(first)) return
  if ($isLargerHalf(block, first, before)) $takeId(block, $getState(first, blockIdState), first, index)
}

/** A merge leaves the id of the larger of the two, so that Enter and Backspace after it change nothing. */
function $takeMergedId(block: ElementNode, before: EditorState, index: BlockIndex): void {
  const id = $findLargerMerged(block, before)
  if (id !== null && index.$getHolder(id) === null) $takeId(block, id, null, index)
}

/** The former holder gets the id that the block had, or a new one when it had none. */
function $takeId(block: ElementNode, id: string, holder: ElementNode | null, index: BlockIndex): void {
  const own = $getState(block, blockIdState)
  $setState(block, blockIdState, id)
  index.$note(block)
  if (holder === null) return
  $setState(holder, blockIdState, own)
  if (own !== '') index.$note(holder)
}

function registerRebuild(editor: LexicalEditor, index: BlockIndex): () => void {
  return editor.registerUpdateListener(({ tags, editorState }) => {
    if (tags.has(HISTORIC_TAG)) editorState.read(() => index.$rebuild())
  })
}
