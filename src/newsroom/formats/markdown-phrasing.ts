import type { fromMarkdown } from 'mdast-util-from-markdown'
import { cleanLink, type Run } from '../story/index.ts'
import type { FormatReport } from './contract.ts'
import type { Piece } from './read-block.ts'

export type MarkdownRoot = ReturnType<typeof fromMarkdown>
export type MarkdownNode = MarkdownRoot['children'][number]

/** The addresses that a text's references stand for, by identifier. */
export type Definitions = ReadonlyMap<string, string>

type Marks = Omit<Run, 'text'>

/** The definitions of a tree; of several with one name the first counts (CommonMark 0.31, section 4.7). */
export function findDefinitions(root: MarkdownRoot): Definitions {
  const found = new Map<string, string>()
  const stack: MarkdownNode[] = root.children.toReversed()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node.url)
    if ('children' in node) stack.push(...node.children.toReversed())
  }
  return found
}

/** Reads what stands within a paragraph. Pictures have no text; a report says that they were left out. */
export function readPhrasing(
  nodes: readonly MarkdownNode[],
  definitions: Definitions,
  reports: Set<FormatReport>,
): Piece[] {
  const pieces: Piece[] = []
  const stack: { node: MarkdownNode; marks: Marks }[] = nodes
    .toReversed()
    .map((node) => ({ node, marks: {} }))
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { node, marks } = step
    if (node.type === 'image' || node.type === 'imageReference') reports.add('picture-dropped')
    const text = readText(node)
    if (text !== '') pieces.push({ text, ...marks })
    if ('children' in node) {
      const inner = { ...marks, ...readMark(node, definitions, reports) }
      stack.push(...node.children.toReversed().map((child) => ({ node: child, marks: inner })))
    }
  }
  return pieces
}

/** A line end within a text is a space, as it is shown; a line break has a node of its own. */
function readText(node: MarkdownNode): string {
  if (node.type === 'text') return node.value.replace(/\n/g, ' ')
  if (node.type === 'inlineCode') return node.value
  if (node.type === 'break' || (node.type === 'html' && /^<br *\/?>$/i.test(node.value))) return '\n'
  return ''
}

function readMark(node: MarkdownNode, definitions: Definitions, reports: Set<FormatReport>): Marks {
  if (node.type === 'strong') return { bold: true }
  if (node.type === 'emphasis') return { italic: true }
  if (node.type !== 'link' && node.type !== 'linkReference') return {}
  const address = node.type === 'link' ? node.url : (definitions.get(node.identifier) ?? '')
  const link = cleanLink(address)
  if (link === null) reports.add('link-dropped')
  return link === null ? {} : { link }
}
