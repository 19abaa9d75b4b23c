import { parse, type DefaultTreeAdapterTypes } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node

const ELEMENTS = new Set(
  'html head meta title style body main h1 h2 p blockquote ul ol li strong em a br div span figure img figcaption'.split(
    ' ',
  ),
)
const ATTRIBUTES = new Set(
  'xmlns lang xml:lang charset http-equiv content name class id href src alt data-photo data-join'.split(' '),
)

/**
 * Everything in a page that a story of ours has no reason to hold, as a browser would find it: other elements and
 * attributes, addresses other than http, https and mailto, and policies or styles that are not the page's own.
 */
export function findDanger(html: string, style: string): readonly string[] {
  const found: string[] = []
  const stack: Node[] = [parse(html)]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('tagName' in node) found.push(...inspect(node, style))
    if ('childNodes' in node) stack.push(...node.childNodes)
    if (node.nodeName === '#comment') found.push('a comment')
  }
  return found
}

function inspect(element: DefaultTreeAdapterTypes.Element, style: string): readonly string[] {
  const found: string[] = []
  const { tagName, attrs, childNodes } = element
  if (!ELEMENTS.has(tagName) || element.namespaceURI !== 'http://www.w3.org/1999/xhtml')
    found.push(`<${tagName}>`)
  if (tagName === 'style' && childNodes.some((node) => !('value' in node) || node.value !== style)) {
    found.push('a style of another make')
  }
  for (const { name, value } of attrs) {
    if (!ATTRIBUTES.has(name)) found.push(`${tagName} ${name}`)
    if (name === 'href' && !/^(https?:\/\/[^\s"'<>@\\]+|mailto:[^\s"'<>\\]+)$/.test(value))
      found.push(`href ${value}`)
    if (name === 'src' && !/^photos\/[0-9a-z%-]*/.test(value)) found.push(`src ${value}`)
    if (name === 'http-equiv' && value !== 'Content-Security-Policy') found.push(`http-equiv ${value}`)
  }
  return found
}
