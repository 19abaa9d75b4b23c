import {
  $createParagraphNode,
  $getSelection,
  $getState,
  $isRangeSelection,
  $setState,
  type ElementNode,
  type LexicalEditor,
} from 'lexical'
import {
  $isListNode,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
} from '@lexical/list'
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text'
import { $setBlocksType } from '@lexical/selection'
import { $findBlock } from './blocks.ts'
import { $isPhotoNode } from './photo-node.ts'
import { blockIdState } from './states.ts'

/** The kinds of block that any text can be turned into. */
export const TEXT_KINDS = ['paragraph', 'heading', 'quote'] as const
export type TextKind = (typeof TEXT_KINDS)[number]
export type ListKind = 'bullet' | 'number'

/** Turns the selected blocks into another kind. They keep their ids, the empty ones too. A caption stays one. */
export function $setTextKind(kind: TextKind): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || $touchesPhoto()) return
  $setBlocksType(selection, () => $createTextBlock(kind), $keepId)
}

/** Turns the selected blocks into items of a list, or back into paragraphs when they are in a list of that kind. */
export function toggleList(editor: LexicalEditor, kind: ListKind): void {
  const isOn = editor.read(() => $getListKind() === kind)
  if (editor.read($touchesPhoto)) return
  if (isOn) editor.dispatchCommand(REMOVE_LIST_COMMAND, undefined)
  else
    editor.dispatchCommand(
      kind === 'number' ? INSERT_ORDERED_LIST_COMMAND : INSERT_UNORDERED_LIST_COMMAND,
      undefined,
    )
}

/** The kind of list that the caret is in, or null. */
function $getListKind(): ListKind | null {
  const selection = $getSelection()
  const block = $isRangeSelection(selection) ? $findBlock(selection.anchor.getNode()) : null
  const list = block?.getParent()
  if (!$isListNode(list)) return null
  return list.getListType() === 'number' ? 'number' : 'bullet'
}

function $createTextBlock(kind: TextKind): ElementNode {
  if (kind === 'heading') return $createHeadingNode('h2')
  return kind === 'quote' ? $createQuoteNode() : $createParagraphNode()
}

function $keepId(from: ElementNode, to: ElementNode): void {
  $setState(to, blockIdState, $getState(from, blockIdState))
}

function $touchesPhoto(): boolean {
  const selection = $getSelection()
  return $isRangeSelection(selection) && selection.getNodes().some((node) => $isPhotoNode($findBlock(node)))
}
