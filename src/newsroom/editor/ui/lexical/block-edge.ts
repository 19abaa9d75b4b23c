import type { ElementNode, LexicalNode, PointType } from 'lexical'

/** Whether a point is at the very start or end of a block. */
export function $isAtEdge(point: PointType, block: ElementNode, isStart: boolean): boolean {
  const size =
    point.type === 'text' ? point.getNode().getTextContentSize() : point.getNode().getChildrenSize()
  if (point.offset !== (isStart ? 0 : size)) return false
  for (
    let node: LexicalNode | null = point.getNode();
    node !== null && !node.is(block);
    node = node.getParent()
  ) {
    if ((isStart ? node.getPreviousSibling() : node.getNextSibling()) !== null) return false
  }
  return true
}
