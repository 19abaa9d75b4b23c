import {
  $createTextNode,
  $getSelection,
  $isRangeSelection,
  type LexicalNode,
  type RangeSelection,
} from 'lexical'
import { $createLinkNode, $isLinkNode, $toggleLink, type LinkNode } from '@lexical/link'

/** The link that the selection is in or touches, or null. */
export function $getLink(): LinkNode | null {
  const selection = $getSelection()
  return $isRangeSelection(selection) ? ($findLinks(selection)[0] ?? null) : null
}

/** Links the selected text to a clean address. A caret in a link changes that link; elsewhere the address is written out. */
export function $setLink(address: string): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  const [link] = $findLinks(selection)
  if (!selection.isCollapsed()) $toggleLink(address)
  else if (link !== undefined) link.setURL(address)
  else selection.insertNodes([$createLinkNode(address).append($createTextNode(address))])
}

/** Takes every link that the selection touches off its text. */
export function $removeLinks(): void {
  const selection = $getSelection()
  for (const link of $isRangeSelection(selection) ? $findLinks(selection) : []) {
    for (const child of link.getChildren()) link.insertBefore(child)
    link.remove()
  }
}

function $findLinks(selection: RangeSelection): readonly LinkNode[] {
  const links = new Map<string, LinkNode>()
  for (const node of [selection.anchor.getNode(), ...selection.getNodes()]) {
    const link = $findLink(node)
    if (link !== null) links.set(link.getKey(), link)
  }
  return [...links.values()]
}

/** The link that a node is in, or is. */
export function $findLink(node: LexicalNode): LinkNode | null {
  const parent = node.getParent()
  if ($isLinkNode(node)) return node
  return $isLinkNode(parent) ? parent : null
}
