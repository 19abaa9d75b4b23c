import {
  $createParagraphNode,
  $getRoot,
  $getState,
  $isElementNode,
  $isRootNode,
  $setState,
  ParagraphNode,
  type ElementNode,
  type LexicalNode,
} from 'lexical'
import {
  $createListItemNode,
  $createListNode,
  $isListItemNode,
  $isListNode,
  ListItemNode,
  type ListNode,
} from '@lexical/list'
import {
  $createHeadingNode,
  $createQuoteNode,
  $isHeadingNode,
  $isQuoteNode,
  HeadingNode,
  QuoteNode,
} from '@lexical/rich-text'
import { assertNever } from '../../../../base/errors.ts'
import { parseBlockId, type Block } from '../../../story/index.ts'
import { $createPhotoNode, $isPhotoNode, PhotoNode } from './photo-node.ts'
import { $appendRuns, $readRuns } from './runs.ts'
import { altState, blockIdState, photoState } from './states.ts'

/** Every class whose nodes are blocks of a story. A list is not one: each of its items is. */
export const BLOCK_CLASSES = [ParagraphNode, HeadingNode, QuoteNode, ListItemNode, PhotoNode] as const

/** A block before it has its name. */
export type UnnamedBlock = Block extends infer Each ? (Each extends Block ? Omit<Each, 'id'> : never) : never

/** Whether a node is one of a story's blocks. */
export function $isBlock(node: LexicalNode | null | undefined): node is ElementNode {
  return $isElementNode(node) && !node.isInline() && !$isListNode(node) && !$isRootNode(node)
}

/** The blocks of the story, in reading order. */
export function $getBlocks(): readonly ElementNode[] {
  return $collectBlocks($getRoot())
}

/** The block that a node is in, or is; null for the root and for a list as a whole. */
export function $findBlock(node: LexicalNode | null): ElementNode | null {
  for (let each = node; each !== null; each = each.getParent()) if ($isBlock(each)) return each
  return null
}

/** The block after one, across the border of a list. */
export function $getNextBlock(block: ElementNode): ElementNode | null {
  const next = block.getNextSibling() ?? $getOwnList(block)?.getNextSibling() ?? null
  return $findBlock($isListNode(next) ? next.getFirstChild() : next)
}

/** The block before one, across the border of a list. */
export function $getPreviousBlock(block: ElementNode): ElementNode | null {
  const previous = block.getPreviousSibling() ?? $getOwnList(block)?.getPreviousSibling() ?? null
  return $findBlock($isListNode(previous) ? previous.getLastChild() : previous)
}

/** Makes the node of a block. An item needs a list around it: see `$appendBlocks`. */
function $createBlock(block: UnnamedBlock & { readonly id?: Block['id'] }): ElementNode {
  const element = $createElement(block)
  if (block.id !== undefined) $setState(element, blockIdState, block.id)
  $appendRuns(element, block.runs)
  return element
}

/** Makes the nodes of blocks, with lists around consecutive items of the same kind. */
export function $createBlocks(
  blocks: readonly (UnnamedBlock & { readonly id?: Block['id'] })[],
): readonly ElementNode[] {
  const elements: ElementNode[] = []
  for (const block of blocks) {
    const element = $createBlock(block)
    const last = elements.at(-1)
    if (block.kind !== 'list') elements.push(element)
    else if ($isListNode(last) && isOrdered(last.getListType()) === block.ordered) last.append(element)
    else elements.push($createListNode(block.ordered ? 'number' : 'bullet').append(element))
  }
  return elements
}

/** Reads a block from its node. */
export function $readBlock(element: ElementNode): Block {
  const id = parseBlockId($getState(element, blockIdState))
  const runs = $readRuns(element)
  if ($isPhotoNode(element)) {
    return {
      id,
      kind: 'photo',
      photo: $getState(element, photoState),
      alt: $getState(element, altState),
      runs,
    }
  }
  if ($isListItemNode(element)) return { id, kind: 'list', ordered: $isInOrderedList(element), runs }
  return { id, kind: $getTextKind(element), runs }
}

function $collectBlocks(parent: ElementNode): ElementNode[] {
  const blocks: ElementNode[] = []
  for (let child = parent.getFirstChild(); child !== null; child = child.getNextSibling()) {
    if ($isListNode(child)) blocks.push(...$collectBlocks(child))
    else if ($isBlock(child)) blocks.push(child)
  }
  return blocks
}

function $createElement(block: UnnamedBlock): ElementNode {
  switch (block.kind) {
    case 'paragraph':
      return $createParagraphNode()
    case 'heading':
      return $createHeadingNode('h2')
    case 'quote':
      return $createQuoteNode()
    case 'list':
      return $createListItemNode()
    case 'photo':
      return $createPhotoNode(block.photo, block.alt)
    default:
      return assertNever(block)
  }
}

function $getTextKind(element: ElementNode): 'paragraph' | 'heading' | 'quote' {
  if ($isHeadingNode(element)) return 'heading'
  return $isQuoteNode(element) ? 'quote' : 'paragraph'
}

function $isInOrderedList(item: ListItemNode): boolean {
  const list = $getOwnList(item)
  return list !== null && isOrdered(list.getListType())
}

function $getOwnList(block: ElementNode): ListNode | null {
  const parent = block.getParent()
  return $isListNode(parent) ? parent : null
}

function isOrdered(listType: string): boolean {
  return listType === 'number'
}
