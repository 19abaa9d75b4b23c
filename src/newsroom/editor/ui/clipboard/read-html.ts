import {
  createBlockCollector,
  createReadBlock,
  mergeRuns,
  type BlockCollector,
} from '../../../formats/index.ts'
import type { Run } from '../../../story/index.ts'
import { unwrapLink } from '../../tracked-link.ts'
import type { UnnamedBlock } from '../lexical/blocks.ts'
import {
  isBlockElement,
  isNothing,
  isNumberedWordItem,
  isWordItem,
  keepsBlanks,
  readCells,
  readEmoji,
  readKind,
  readMarks,
  type PastedKind,
} from './element-rules.ts'
import { cleanPastedText, splitAtBlankLines } from './pasted-text.ts'

/**
 * Reads pasted HTML into blocks by an allow-list: what comes out is text, bold, italic and clean links in paragraphs,
 * headings, quotations and list items, whatever program the page came from. Nothing of the document itself goes on: it
 * is parsed inert, so nothing in it runs or loads. The walk keeps its own stack: a deep page costs no call.
 */
export function readPastedHtml(page: Document): readonly UnnamedBlock[] {
  const collector = createBlockCollector(false)
  const steps: Step[] = []
  pushChildren(steps, page.body, PLAIN)
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (step === 'finish') collector.finish()
    else if (step === 'next-cell') collector.addText({ text: BETWEEN_CELLS }, true, openBlock(PLAIN))
    else enter(steps, collector, step.node, step.context)
  }
  collector.finish()
  return collector.blocks.flatMap(({ kind, ordered, pieces }) =>
    splitAtBlankLines(mergeRuns(pieces)).map((runs) => createPastedBlock(kind, ordered, runs)),
  )
}

const BETWEEN_CELLS = ' | '

/** `Node.nodeType` (DOM, section 4.4). */
const [ELEMENT_NODE, TEXT_NODE] = [1, 3]

interface Context {
  readonly kind: PastedKind
  readonly ordered: boolean
  readonly marks: Omit<Run, 'text'>
  readonly exact: boolean
  /** In a cell of a table, where a paragraph starts no block. */
  readonly isCell?: boolean
}

const PLAIN: Context = { kind: 'paragraph', ordered: false, marks: {}, exact: false }

type Step = { readonly node: Node; readonly context: Context } | 'finish' | 'next-cell'

function enter(steps: Step[], collector: BlockCollector, node: Node, context: Context): void {
  if (node.nodeType === TEXT_NODE) addText(collector, node.nodeValue ?? '', context)
  if (!isElement(node) || isNothing(node)) return
  if (node.localName === 'br') collector.addBreak({ text: '', ...context.marks }, openBlock(context))
  else if (node.localName === 'hr') collector.finish()
  else if (node.localName === 'img') addText(collector, readEmoji(node), context)
  else if (isBlockElement(node) && context.isCell !== true) enterBlock(steps, collector, node, context)
  else pushChildren(steps, node, enterInline(node, context))
}

function enterBlock(steps: Step[], collector: BlockCollector, element: Element, context: Context): void {
  collector.finish()
  steps.push('finish')
  const cells = element.localName === 'tr' ? readCells(element) : null
  if (cells !== null) return pushCells(steps, cells, context)
  pushChildren(steps, element, {
    ...context,
    kind: readKind(element) ?? context.kind,
    ordered: readOrdered(element, context),
    exact: context.exact || keepsBlanks(element),
  })
}

/** A row of a table is a line of text. */
function pushCells(steps: Step[], cells: readonly Element[], context: Context): void {
  for (const [i, cell] of [...cells.entries()].toReversed()) {
    pushChildren(steps, cell, { ...context, kind: 'paragraph', isCell: true })
    if (i > 0) steps.push('next-cell')
  }
}

function readOrdered(element: Element, context: Context): boolean {
  if (isWordItem(element)) return isNumberedWordItem(element)
  return element.localName === 'ol' || (context.ordered && element.localName !== 'ul')
}

/** A heading is bold by itself: the bold that programs put into it is no mark of the writer's. */
function enterInline(element: Element, context: Context): Context {
  const { bold, ...marks } = readMarks(element, context.marks)
  const link = element.localName === 'a' ? unwrapLink(element.getAttribute('href') ?? '') : null
  return {
    ...context,
    exact: context.exact || keepsBlanks(element),
    marks: {
      ...marks,
      ...(bold === true && context.kind !== 'heading' ? { bold } : {}),
      ...(link === null ? {} : { link }),
    },
  }
}

function addText(collector: BlockCollector, text: string, context: Context): void {
  collector.addText({ text: cleanPastedText(text), ...context.marks }, context.exact, openBlock(context))
}

function openBlock(context: Context) {
  return createReadBlock(context.kind, { ordered: context.ordered })
}

function createPastedBlock(kind: string, ordered: boolean, runs: readonly Run[]): UnnamedBlock {
  if (kind === 'list') return { kind, ordered, runs }
  return { kind: kind === 'heading' || kind === 'quote' ? kind : 'paragraph', runs }
}

function pushChildren(steps: Step[], parent: Node, context: Context): void {
  for (let child = parent.lastChild; child !== null; child = child.previousSibling) {
    steps.push({ node: child, context })
  }
}

function isElement(node: Node): node is Element {
  return node.nodeType === ELEMENT_NODE
}
