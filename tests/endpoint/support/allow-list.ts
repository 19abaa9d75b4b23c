import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'

/** What a body may hold, said a second time and in another way than the rewriter does: as a tree, by a whole parser. */

type Node = DefaultTreeAdapterTypes.ChildNode

const ELEMENTS = new Set('p h2 h3 blockquote ul ol li strong em a br span'.split(' '))
const INLINE = new Set('strong em a br span #text'.split(' '))
const HOLDS: Readonly<Record<string, (child: string) => boolean>> = {
  ul: (child) => child === 'li',
  ol: (child) => child === 'li',
  blockquote: (child) => !INLINE.has(child) && child !== 'li',
  li: (child) => child !== 'li',
}

/** Everything in a body that may not be there, in words; empty for a body that is fit to be shown. */
export function findForeign(markup: string): readonly string[] {
  const root = parseFragment(markup)
  return root.childNodes.flatMap((node) => [
    ...(INLINE.has(node.nodeName) || node.nodeName === 'li' ? [`${node.nodeName} outside a block`] : []),
    ...findBelow(node),
  ])
}

function findBelow(node: Node): readonly string[] {
  if (node.nodeName === '#text') return []
  if (
    !('tagName' in node) ||
    !ELEMENTS.has(node.tagName) ||
    node.namespaceURI !== 'http://www.w3.org/1999/xhtml'
  )
    return [`${node.nodeName} is not allowed`]
  const holds = HOLDS[node.tagName] ?? ((child: string) => INLINE.has(child))
  return [
    ...node.attrs
      .filter((each) => !isAllowed(node.tagName, each))
      .map(({ name, value }) => `${name}=${value}`),
    ...node.childNodes
      .filter((child) => !holds(child.nodeName))
      .map((child) => `${child.nodeName} in ${node.tagName}`),
    ...node.childNodes.flatMap(findBelow),
  ]
}

function isAllowed(tag: string, { name, value }: { readonly name: string; readonly value: string }): boolean {
  if (name === 'class') return (tag === 'p' || tag === 'span') && (value === 'dateline' || value === 'credit')
  if (tag !== 'a') return false
  if (name === 'rel') return value === 'noopener'
  return (
    name === 'href' &&
    /^(?:https?:\/\/[a-z0-9.:-]+(?:[/?#]|$)|mailto:[^@]+@[^?]+(?:\?subject=[^\r\n&]*)?$)/.test(value) &&
    !/%0[ad]/i.test(value)
  )
}
