import { $isElementNode, $isLineBreakNode, type ElementNode, type PointType } from 'lexical'
import { $findBlock } from './blocks.ts'
import { $getLeaves } from './runs.ts'

/** Between Lexical's points and a story's places: a block, and UTF-16 units of its text. */

/** Where a point is. A point between blocks is at the edge of one: `isEnd` says on which side of it the selection lies. */
export function $locatePoint(
  point: PointType,
  isEnd: boolean,
): { readonly block: ElementNode | null; readonly offset: number } {
  const node = point.getNode()
  const block = $findBlock(node)
  if (block !== null) return { block, offset: $measureBefore(point, block) }
  const child = $isElementNode(node) ? node.getChildAtIndex(isEnd ? point.offset - 1 : point.offset) : null
  const leaf = $isElementNode(child)
    ? isEnd
      ? child.getLastDescendant()
      : child.getFirstDescendant()
    : child
  return { block: $findBlock(leaf ?? child), offset: isEnd ? Infinity : 0 }
}

/** Sets a point to a place in a block. */
export function $setPointAt(point: PointType, block: ElementNode, offset: number): void {
  let rest = offset
  for (const leaf of $getLeaves(block)) {
    const size = leaf.getTextContentSize()
    if ($isLineBreakNode(leaf)) {
      if (rest === 0)
        return point.set(leaf.getParentOrThrow().getKey(), leaf.getIndexWithinParent(), 'element')
    } else if (rest <= size) return point.set(leaf.getKey(), rest, 'text')
    rest -= size
  }
  point.set(block.getKey(), block.getChildrenSize(), 'element')
}

function $measureBefore(point: PointType, block: ElementNode): number {
  const node = point.getNode()
  const stop = $isElementNode(node) ? node.getChildAtIndex(point.offset) : node
  let offset = point.type === 'text' ? point.offset : 0
  for (const leaf of $getLeaves(block)) {
    const isPassed =
      stop === null ? node.isBefore(leaf) && !node.isParentOf(leaf) : leaf.is(stop) || stop.isParentOf(leaf)
    if (isPassed) return offset
    offset += leaf.getTextContentSize()
  }
  return offset
}
