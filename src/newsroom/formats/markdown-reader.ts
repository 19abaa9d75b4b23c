import { fromMarkdown } from 'mdast-util-from-markdown'
import { assembleStory, type ReadOptions, type ReadStoryFile } from './assemble-story.ts'
import type { FormatReport } from './contract.ts'
import { parseFrontMatter } from './front-matter.ts'
import { readHtml } from './html.ts'
import { refuseCostlyMarkdown } from './markdown-limits.ts'
import {
  findDefinitions,
  readPhrasing,
  type Definitions,
  type MarkdownNode,
  type MarkdownRoot,
} from './markdown-phrasing.ts'
import { createReadBlock, getReadText, type Piece, type ReadBlock } from './read-block.ts'

type NodeOf<Type extends MarkdownNode['type']> = Extract<MarkdownNode, { type: Type }>

interface Context {
  readonly kind: 'paragraph' | 'heading' | 'quote' | 'list'
  readonly ordered: boolean
}

interface Reader {
  readonly definitions: Definitions
  readonly reports: Set<FormatReport>
  readonly blocks: ReadBlock[]
  readonly steps: { readonly node: MarkdownNode; readonly context: Context }[]
  headline: string | null
}

const PHOTO_ADDRESS = /^photos\/([0-9a-f]{64})\.jpg$/

/**
 * Reads one story from CommonMark. The headline is the first heading of the first level, else the front matter's title.
 * A line end within a paragraph is a space, as it is shown; code is text; HTML is read as by `parseHtml`, and within a
 * paragraph it contributes line breaks alone. House forms are found by their grammar. Fails with `formats.too-large`
 * or `formats.too-deep`.
 */
export function parseMarkdown(text: string, options: ReadOptions): ReadStoryFile {
  const lines = text.replace(/^\u{FEFF}/u, '').replace(/\r\n?/g, '\n')
  refuseCostlyMarkdown(lines)
  const { title, parts, rest } = parseFrontMatter(lines)
  const { headline, blocks, reports } = readTree(fromMarkdown(rest))
  return assembleStory({ ...parts, headline: headline ?? title, blocks, ours: false }, options, reports)
}

function readTree(root: MarkdownRoot): Pick<Reader, 'headline' | 'blocks' | 'reports'> {
  const reader: Reader = {
    definitions: findDefinitions(root),
    reports: new Set(),
    blocks: [],
    steps: [],
    headline: null,
  }
  push(reader, root.children, { kind: 'paragraph', ordered: false })
  for (let step = reader.steps.pop(); step !== undefined; step = reader.steps.pop()) {
    readBlock(reader, step.node, step.context)
  }
  return reader
}

function readBlock(reader: Reader, node: MarkdownNode, context: Context): void {
  switch (node.type) {
    case 'heading':
      return readHeading(reader, node, context)
    case 'paragraph':
      return readParagraph(reader, node, context)
    case 'blockquote':
      return push(reader, node.children, { ...context, kind: 'quote' })
    case 'list':
      return push(reader, node.children, { ...context, ordered: node.ordered === true })
    case 'listItem':
      return push(reader, node.children, { ...context, kind: 'list' })
    case 'code':
      return addBlock(reader, context, [{ text: node.value }])
    case 'html':
      return readHtmlBlock(reader, node.value)
    default:
      // Definitions were read before; a thematic break has no text.
      return undefined
  }
}

function readHeading(reader: Reader, node: NodeOf<'heading'>, context: Context): void {
  const pieces = readText(reader, node.children)
  if (node.depth > 1 || reader.headline !== null)
    return addBlock(reader, { ...context, kind: 'heading' }, pieces)
  reader.headline = getReadText({ pieces })
}

/** A paragraph of ours that begins with a picture is a photo, and the rest its caption. */
function readParagraph(reader: Reader, node: NodeOf<'paragraph'>, context: Context): void {
  const [first, ...rest] = node.children
  const photo = first?.type === 'image' ? PHOTO_ADDRESS.exec(first.url)?.[1] : undefined
  if (first?.type !== 'image' || photo === undefined) {
    return addBlock(reader, context, readText(reader, node.children))
  }
  const caption = readText(reader, rest[0]?.type === 'break' ? rest.slice(1) : rest)
  reader.blocks.push(createReadBlock('photo', { photo: { photo, alt: first.alt ?? '' }, pieces: caption }))
}

function readHtmlBlock(reader: Reader, html: string): void {
  const { parts, reports } = readHtml(html)
  const headline =
    parts.headline === '' ? [] : [createReadBlock('heading', { pieces: [{ text: parts.headline }] })]
  reader.blocks.push(...headline, ...parts.blocks)
  for (const report of reports) reader.reports.add(report)
}

function addBlock(reader: Reader, context: Context, pieces: readonly Piece[]): void {
  if (pieces.every((piece) => piece.text === '')) return
  reader.blocks.push(createReadBlock(context.kind, { ordered: context.ordered, pieces }))
}

function readText(reader: Reader, nodes: readonly MarkdownNode[]): Piece[] {
  return readPhrasing(nodes, reader.definitions, reader.reports)
}

function push(reader: Reader, nodes: readonly MarkdownNode[], context: Context): void {
  reader.steps.push(...nodes.toReversed().map((node) => ({ node, context })))
}
