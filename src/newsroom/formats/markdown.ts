import { toMarkdown, type Options } from 'mdast-util-to-markdown'
import { assertNever } from '../../base/errors.ts'
import { formatCreditLine, formatDateline, type Block, type Run, type Story } from '../story/index.ts'
import { formatFrontMatter } from './front-matter.ts'
import type { HouseForms } from './html-body.ts'
import { nestRuns, type Inline } from './inline.ts'
import { findClosingIndex, findLedeIndex } from './placement.ts'
import { appendText, prependText } from './runs.ts'

type Root = Extract<Parameters<typeof toMarkdown>[0], { type: 'root' }>
type Node = Root['children'][number]
type Paragraph = Extract<Node, { type: 'paragraph' }>
type Phrasing = Paragraph['children'][number]

/** Everything of a text that could be markup is escaped by the writer. */
const OPTIONS: Options = {
  bullet: '-',
  listItemIndent: 'one',
  resourceLink: true,
}
const JOIN = { none: '', space: ' ', line: '\n' } as const

/**
 * A story as CommonMark: the headline as `# `, headings as `## `, the dateline and the credit line as text, a photo as
 * a picture with its caption on the next line. What a story has beside its text stands before it (`front-matter.ts`).
 * `parseMarkdown` gives back a story whose texts are ordinary, but for the ids. Not representable: a block without text,
 * a text that happens to have the form of a dateline or credit line, NUL, control characters beside a mark, and a CR in
 * an alt text.
 */
export function formatMarkdown(story: Story, house: HouseForms): string {
  const headline: readonly Node[] =
    story.headline === ''
      ? []
      : [{ type: 'heading', depth: 1, children: toOneLine([{ text: story.headline }]) }]
  const blocks = placeForms(story, house)
  const root: Root = { type: 'root', children: [...headline, ...toNodes(blocks)] }
  return formatFrontMatter(story) + toMarkdown(root, OPTIONS)
}

type Printed = Pick<Exclude<Block, { kind: 'photo' | 'list' }>, 'kind' | 'runs'>
type PrintedBlock = Block | Printed

/** The blocks with the dateline and the credit line in their texts; those without any text are left out. */
function placeForms(story: Story, house: HouseForms): readonly PrintedBlock[] {
  const blocks: PrintedBlock[] = [...story.blocks]
  const alone = (text: string): Printed => ({ kind: 'paragraph', runs: [{ text }] })
  if (story.dateline !== null) {
    const text = formatDateline(story.dateline, house.dateline.pattern)
    const lede = findLedeIndex(story.blocks)
    const block = story.blocks[lede]
    if (block === undefined) blocks.unshift(alone(text))
    else blocks[lede] = { ...block, runs: prependText(text, block.runs) }
  }
  if (story.credit !== null) {
    const text = formatCreditLine(story.credit, house.credit)
    const closing = findClosingIndex(blocks)
    const block = blocks[closing]
    const { join } = story.credit
    if (block === undefined || join === 'block') blocks.push(alone(text))
    else blocks[closing] = { ...block, runs: appendText(block.runs, JOIN[join] + text) }
  }
  return blocks.filter((block) => block.kind === 'photo' || block.runs.some((run) => run.text !== ''))
}

function toNodes(blocks: readonly PrintedBlock[]): Node[] {
  const nodes: Node[] = []
  for (const block of blocks) {
    const last = nodes.at(-1)
    if (block.kind !== 'list') nodes.push(toNode(block))
    else {
      const item = { type: 'listItem' as const, spread: false, children: [toParagraph(block.runs)] }
      if (last?.type === 'list' && last.ordered === block.ordered) last.children.push(item)
      else nodes.push({ type: 'list', ordered: block.ordered, spread: false, children: [item] })
    }
  }
  return nodes
}

function toNode(block: Exclude<PrintedBlock, { kind: 'list' }>): Node {
  switch (block.kind) {
    case 'paragraph':
      return toParagraph(block.runs)
    case 'heading':
      return { type: 'heading', depth: 2, children: toOneLine(block.runs) }
    case 'quote':
      return { type: 'blockquote', children: [toParagraph(block.runs)] }
    case 'photo': {
      const image: Phrasing = { type: 'image', url: `photos/${block.photo}.jpg`, alt: block.alt }
      const caption = toPhrasing(block.runs, 'break')
      return {
        type: 'paragraph',
        children: caption.length === 0 ? [image] : [image, { type: 'break' }, ...caption],
      }
    }
    default:
      return assertNever(block)
  }
}

function toParagraph(runs: readonly Run[]): Paragraph {
  return { type: 'paragraph', children: toPhrasing(runs, 'break') }
}

/** A heading is one line of the file. */
function toOneLine(runs: readonly Run[]): Phrasing[] {
  return toPhrasing(runs, 'html')
}

/** How a line break is written: by the end of a line, or by the one piece of HTML that Markdown lacks a mark for. */
type LineBreak = 'break' | 'html'

function toPhrasing(runs: readonly Run[], lineBreak: LineBreak): Phrasing[] {
  return nestRuns(runs).flatMap((node) => toInline(node, lineBreak))
}

function toInline(node: Inline, lineBreak: LineBreak): Phrasing[] {
  if (node.kind === 'text') return toLines(node.text, lineBreak)
  const children = node.children.flatMap((child) => toInline(child, lineBreak))
  if (node.kind === 'link') return [{ type: 'link', url: node.address, children }]
  return [{ type: node.kind === 'bold' ? 'strong' : 'emphasis', children }]
}

/** A line end at the edge of a text, or beside another break or HTML, would be none: such a break is HTML. */
function toLines(text: string, lineBreak: LineBreak): Phrasing[] {
  const lines = text.split('\n')
  return lines.flatMap((line, i): Phrasing[] => {
    if (i === 0) return toText(line)
    const isBetween = /^[^\r]/.test(line) && /[^\r]$/.test(lines[i - 1] ?? '')
    const end: Phrasing =
      isBetween && lineBreak === 'break' ? { type: 'break' } : { type: 'html', value: '<br>' }
    return [end, ...toText(line)]
  })
}

/**
 * A CR of the text is no line end of the file: it stands there as a reference, which the writer must not escape. A NUL is
 * written as what every reader takes it for (CommonMark 0.31, section 2.3): marks beside it are judged by that.
 */
function toText(line: string): Phrasing[] {
  return line
    .replaceAll('\0', '\uFFFD')
    .split('\r')
    .flatMap((part, i): Phrasing[] => {
      const own: Phrasing[] = part === '' ? [] : [{ type: 'text', value: part }]
      return i === 0 ? own : [{ type: 'html', value: '&#13;' }, ...own]
    })
}
