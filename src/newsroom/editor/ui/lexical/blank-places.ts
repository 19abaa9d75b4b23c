import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type LexicalNode,
  type PointType,
  type RangeSelection,
} from 'lexical'
import { $isBlankNode, $isFillNode, type BlankNode, type FillNode } from './blank-node.ts'
import { $getBlocks } from './blocks.ts'
import { $getLeaves } from './runs.ts'

/** The blanks of the text, in reading order. Walks the document: for keys that ask for a blank, not for every key. */
export function $getBlanks(): readonly BlankNode[] {
  return $getAllLeaves().filter($isBlankNode)
}

/** What is being typed into a blank, or null. */
export function $getFilling(): FillNode | null {
  return $getAllLeaves().find($isFillNode) ?? null
}

/** The blank that the selection covers, alone and whole, or that the caret is in; null for any other selection. */
export function $getSelectedBlank(selection: RangeSelection): BlankNode | null {
  const { anchor } = selection
  if (selection.isCollapsed()) {
    const node = anchor.getNode()
    return $isBlankNode(node) && anchor.offset > 0 && anchor.offset < node.getTextContentSize() ? node : null
  }
  const [blank, another] = selection.getNodes().filter($isBlankNode)
  if (blank === undefined || another !== undefined) return null
  return selection.getTextContent() === blank.getTextContent() ? blank : null
}

/** The next blank after the selection, or the last before it; null when there is none that way. */
export function $findBlank(direction: 'next' | 'previous'): BlankNode | null {
  const selection = $getSelection()
  const leaves = $getAllLeaves()
  if (!$isRangeSelection(selection)) return null
  const isBackward = direction === 'previous'
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus]
  const at = $measure(isBackward ? start : end, leaves)
  return isBackward
    ? (leaves.slice(0, Math.ceil(at)).findLast($isBlankNode) ?? null)
    : (leaves.slice(Math.floor(at) + 1).find($isBlankNode) ?? null)
}

/** The blank right beside the caret, on one side. */
export function $getBlankBeside(selection: RangeSelection, direction: 'next' | 'previous'): BlankNode | null {
  if (!selection.isCollapsed()) return null
  const { anchor } = selection
  const node = anchor.getNode()
  const isBackward = direction === 'previous'
  if ($isElementNode(node)) {
    const beside = node.getChildAtIndex(isBackward ? anchor.offset - 1 : anchor.offset)
    return $isBlankNode(beside) ? beside : null
  }
  if (anchor.offset !== (isBackward ? 0 : node.getTextContentSize())) {
    return $isBlankNode(node) ? node : null
  }
  const beside = isBackward ? node.getPreviousSibling() : node.getNextSibling()
  return $isBlankNode(beside) ? beside : null
}

/** The blank, or what it is being filled with, that the selection is in. */
export function $getCurrent(): { readonly node: LexicalNode; readonly isFilling: boolean } | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  const node = selection.anchor.getNode()
  if ($isFillNode(node) && selection.focus.key === selection.anchor.key) return { node, isFilling: true }
  const blank = $getSelectedBlank(selection)
  return blank === null ? null : { node: blank, isFilling: false }
}

function $getAllLeaves(): readonly LexicalNode[] {
  return $getBlocks().flatMap($getLeaves)
}

/** Where a point is among the leaves: the index of the one that it is inside, or a half before or behind it. */
function $measure(point: PointType, leaves: readonly LexicalNode[]): number {
  const node = point.getNode()
  if (!$isElementNode(node)) {
    const at = leaves.findIndex((leaf) => leaf.is(node))
    if (point.offset === 0) return at - 0.5
    return point.offset === node.getTextContentSize() ? at + 0.5 : at
  }
  const child = node.getChildAtIndex(point.offset)
  const after = leaves.findIndex((leaf) =>
    child === null ? node.isBefore(leaf) && !node.isParentOf(leaf) : leaf.is(child) || child.isParentOf(leaf),
  )
  return (after < 0 ? leaves.length : after) - 0.5
}
