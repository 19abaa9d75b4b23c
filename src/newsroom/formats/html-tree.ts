import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5'
import { RedaksiError } from '../../base/errors.ts'
import type { FormatsErrorCode } from './contract.ts'

/** More than any page that a person saves; a hostile file is refused before it fills the memory. */
export const HTML_LIMITS = { characters: 8 * 1024 * 1024, elements: 50_000, depth: 500 } as const

export type HtmlElement = DefaultTreeAdapterTypes.Element
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode

/**
 * Parses HTML as a browser does, with limits: `formats.too-large` for more characters or elements than `HTML_LIMITS`
 * allows, `formats.too-deep` for elements nested deeper. Elements are counted as they are made, since a few unclosed
 * ones can multiply.
 */
export function parseHtmlTree(html: string): DefaultTreeAdapterTypes.Document {
  if (html.length > HTML_LIMITS.characters) refuse('formats.too-large', HTML_LIMITS.characters)
  // Without scripting the content of `noscript` is parsed like any other, and no markup hides in its text.
  return parse(html, { scriptingEnabled: false, treeAdapter: createGuardedAdapter() })
}

/** Whether a node is an element of HTML (not of SVG or MathML) or any other namespace. */
export function isElement(node: HtmlNode | HtmlParent): node is HtmlElement {
  return 'tagName' in node
}

/** An attribute's value, or null when it is missing. */
export function getAttribute(element: HtmlElement, name: string): string | null {
  return element.attrs.find((each) => each.name === name)?.value ?? null
}

/** Whether an element's class names hold one. */
export function hasClass(element: HtmlElement, name: string): boolean {
  return ` ${getAttribute(element, 'class') ?? ''} `.replace(/[\t\n\f\r]/g, ' ').includes(` ${name} `)
}

/** The elements below a node in document order, without what `isSkipped` refuses and all below that. */
export function* walkElements(
  root: HtmlParent,
  isSkipped: (element: HtmlElement) => boolean,
): Generator<HtmlElement> {
  const stack: HtmlNode[] = root.childNodes.toReversed()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node) || isSkipped(node)) continue
    yield node
    for (let i = node.childNodes.length - 1; i >= 0; i -= 1) {
      const child = node.childNodes[i]
      if (child !== undefined) stack.push(child)
    }
  }
}

function createGuardedAdapter(): typeof defaultTreeAdapter {
  let elements = 0
  let depth = 0
  return {
    ...defaultTreeAdapter,
    createElement(...args) {
      elements += 1
      if (elements > HTML_LIMITS.elements) refuse('formats.too-large', HTML_LIMITS.elements)
      return defaultTreeAdapter.createElement(...args)
    },
    onItemPush() {
      depth += 1
      if (depth > HTML_LIMITS.depth) refuse('formats.too-deep', HTML_LIMITS.depth)
    },
    onItemPop() {
      depth -= 1
    },
  }
}

function refuse(code: FormatsErrorCode, limit: number): never {
  throw new RedaksiError<FormatsErrorCode>(code, { limit })
}
