import {
  $createTextNode,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  type LexicalNode,
  type RangeSelection,
} from 'lexical'
import { $createLinkNode, $isLinkNode, $toggleLink, type LinkNode } from '@lexical/link'
import { $unwrap } from './clean-links.ts'

/** The link that the selection is in or touches, or null. */
export function $getLink(): LinkNode | null {
  const selection = $getSelection()
  return $isRangeSelection(selection) ? ($findLinks(selection)[0] ?? null) : null
}

/**
 * Links the selected text to a clean address. A caret in a link changes that link; elsewhere `words` are written, or the
 * address. Words other than those of a link take their place, with the marks of the first.
 */
export function $setLink(address: string, words: string | null = null): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  const [link] = $findLinks(selection)
  if (!selection.isCollapsed()) $toggleLink(address)
  else if (link === undefined)
    return selection.insertNodes([$createLinkNode(address).append($createTextNode(words || address))])
  else link.setURL(address)
  if (link !== undefined && words !== null && words !== link.getTextContent())
    $setWords(link, words || address)
}

/** The words that a link’s form can change: those of the one link, or none yet at a caret. Null for a selected text. */
export function $getLinkWords(): string | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  const [link, another] = $findLinks(selection)
  if (selection.isCollapsed()) return link?.getTextContent() ?? ''
  const isWhole =
    link !== undefined && another === undefined && selection.getTextContent() === link.getTextContent()
  return isWhole ? link.getTextContent() : null
}

function $setWords(link: LinkNode, words: string): void {
  const first = link.getFirstDescendant()
  const text = $createTextNode(words).setFormat($isTextNode(first) ? first.getFormat() : 0)
  const former = link.getChildren()
  link.append(text)
  // Before the others go, or the selection goes with them.
  text.selectEnd()
  for (const each of former) each.remove()
}

/** Takes every link that the selection touches off its text. */
export function $removeLinks(): void {
  const selection = $getSelection()
  for (const link of $isRangeSelection(selection) ? $findLinks(selection) : []) $unwrap(link)
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
