import { cleanLink, type Run } from '../story/index.ts'
import { createBlockCollector, type BlockCollector } from './block-collector.ts'
import type { FormatReport } from './contract.ts'
import {
  getAttribute,
  hasClass,
  isElement,
  type HtmlElement,
  type HtmlNode,
  type HtmlParent,
} from './html-tree.ts'
import { createReadBlock, getReadText, type HouseForm, type ReadBlock } from './read-block.ts'

/**
 * Reads a parsed page into blocks by an allow-list: paragraphs, headings, quotations, list items, bold, italic, links
 * and line breaks are understood; every other element contributes its text alone; scripts, styles, media, controls and
 * what is hidden contribute nothing. No attribute but `href` (cleaned), and in our own files the block's id, its photo
 * and the class of a house form, is looked at. The walk keeps its own stack: depth costs no call.
 */
export interface HtmlReading {
  readonly blocks: readonly ReadBlock[]
  readonly reports: ReadonlySet<FormatReport>
}

interface Context {
  readonly kind: 'paragraph' | 'heading' | 'quote' | 'list'
  readonly ordered: boolean
  readonly marks: Omit<Run, 'text'>
  /** The form named by an inline element. */
  readonly form: HouseForm | null
  /** The form named by the element that is the block. */
  readonly blockForm: HouseForm | null
  readonly exact: boolean
  readonly inPhoto: boolean
}

type Step = { readonly node: HtmlNode; readonly context: Context } | 'finish'

interface Reader {
  readonly ours: boolean
  readonly skipped: HtmlElement | null
  readonly collector: BlockCollector
  readonly reports: Set<FormatReport>
  readonly steps: Step[]
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
const MEDIA = words('img picture svg video audio object embed iframe canvas')
const NOTHING = words(
  'script style template noscript head noframes applet param source track map area datalist select textarea input button meter progress dialog title',
)
const BLOCKS = words(
  'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li listing main menu nav ol p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp',
)
const TEXT_BLOCKS = words('p h1 h2 h3 h4 h5 h6 li')
const PREFORMATTED = words('pre listing xmp plaintext')
const KINDS: ReadonlyMap<string, Context['kind']> = new Map([
  ['blockquote', 'quote'],
  ['li', 'list'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, 'heading'] as const),
])
const MARKS: ReadonlyMap<string, Omit<Run, 'text'>> = new Map([
  ['b', { bold: true }],
  ['strong', { bold: true }],
  ['i', { italic: true }],
  ['em', { italic: true }],
])

export interface HtmlReadOptions {
  /** The file is one of ours: blanks are exact and empty blocks are meant. */
  readonly ours: boolean
  /** An element that is read elsewhere and left out here. */
  readonly skipped?: HtmlElement | null
  /** The text is that of one block, which is open from the start. */
  readonly inside?: ReadBlock
}

/** Reads what is below a node. */
export function readHtmlBlocks(root: HtmlParent, options: HtmlReadOptions): HtmlReading {
  const reader: Reader = {
    ours: options.ours,
    skipped: options.skipped ?? null,
    collector: createBlockCollector(options.ours),
    reports: new Set(),
    steps: [],
  }
  const context: Context = {
    kind: 'paragraph',
    ordered: false,
    marks: {},
    form: null,
    blockForm: null,
    exact: options.ours,
    inPhoto: false,
  }
  if (options.inside !== undefined) reader.collector.open(options.inside)
  pushChildren(reader, root, context)
  for (let step = reader.steps.pop(); step !== undefined; step = reader.steps.pop()) {
    if (step === 'finish') reader.collector.finish()
    else enter(reader, step.node, step.context)
  }
  reader.collector.finish()
  return { blocks: reader.collector.blocks, reports: reader.reports }
}

/** The text below an element, without marks; blocks in it are parted by line breaks. */
export function readHtmlText(element: HtmlParent, ours: boolean): string {
  return readHtmlBlocks(element, { ours, inside: createReadBlock('heading') })
    .blocks.map(getReadText)
    .join('\n')
}

/** Whether an element and all below it contribute nothing. */
export function isSkippedElement(element: HtmlElement): boolean {
  return NOTHING.has(element.tagName) || MEDIA.has(element.tagName) || isHidden(element)
}

function enter(reader: Reader, node: HtmlNode, context: Context): void {
  if (!isElement(node)) {
    if (node.nodeName === '#text' && 'value' in node) addText(reader, node.value, context)
    return
  }
  if (node === reader.skipped) return
  if (isSkippedElement(node)) {
    if (MEDIA.has(node.tagName) && !context.inPhoto) reader.reports.add('picture-dropped')
    return
  }
  if (node.tagName === 'br') reader.collector.addBreak(createPiece('', context), createBlock(context))
  else if (node.tagName === 'hr') reader.collector.finish()
  else if (reader.ours && readPhoto(node) !== null) enterPhoto(reader, node, context)
  else if (BLOCKS.has(node.tagName) && !context.inPhoto) enterBlock(reader, node, context)
  else pushChildren(reader, node, enterInline(reader, node, context))
}

function addText(reader: Reader, text: string, context: Context): void {
  reader.collector.addText(createPiece(text, context), context.exact, createBlock(context))
}

function enterBlock(reader: Reader, element: HtmlElement, context: Context): void {
  const { tagName } = element
  if (tagName === 'table') reader.reports.add('table-flattened')
  const inner: Context = {
    ...context,
    kind: KINDS.get(tagName) ?? context.kind,
    ordered: tagName === 'ol' || (context.ordered && tagName !== 'ul'),
    blockForm: readForm(element) ?? context.blockForm,
    exact: context.exact || PREFORMATTED.has(tagName) || keepsBlanks(element),
  }
  reader.collector.finish()
  if (reader.ours && TEXT_BLOCKS.has(tagName)) {
    const [id, join] = [getAttribute(element, 'id'), getAttribute(element, 'data-join')]
    reader.collector.open({ ...createBlock(inner), id, join })
  }
  reader.steps.push('finish')
  pushChildren(reader, element, inner)
}

function enterPhoto(reader: Reader, element: HtmlElement, context: Context): void {
  const photo = readPhoto(element)
  reader.collector.open(createReadBlock('photo', { photo, id: getAttribute(element, 'id') }))
  reader.steps.push('finish')
  pushChildren(reader, element, { ...context, inPhoto: true })
}

/** The photo of a figure that we wrote. */
function readPhoto(element: HtmlElement): ReadBlock['photo'] {
  const photo = element.tagName === 'figure' ? getAttribute(element, 'data-photo') : null
  if (photo === null || !/^[0-9a-f]{64}$/.test(photo)) return null
  const image = element.childNodes.filter(isElement).find((each) => each.tagName === 'img')
  return { photo, alt: image === undefined ? '' : (getAttribute(image, 'alt') ?? '') }
}

function enterInline(reader: Reader, element: HtmlElement, context: Context): Context {
  const mark = element.tagName === 'a' ? readLink(reader, element) : MARKS.get(element.tagName)
  const form = readForm(element) ?? context.form
  const exact = context.exact || keepsBlanks(element)
  if (mark === undefined && form === context.form && exact === context.exact) return context
  return { ...context, marks: { ...context.marks, ...mark }, form, exact }
}

function readLink(reader: Reader, element: HtmlElement): Omit<Run, 'text'> | undefined {
  const address = getAttribute(element, 'href')
  if (address === null) return undefined
  const link = cleanLink(address)
  if (link === null) reader.reports.add('link-dropped')
  return link === null ? undefined : { link }
}

function readForm(element: HtmlElement): HouseForm | null {
  if (hasClass(element, 'dateline')) return 'dateline'
  return hasClass(element, 'credit') ? 'credit' : null
}

function isHidden(element: HtmlElement): boolean {
  if (getAttribute(element, 'hidden') !== null) return true
  return /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*(hidden|collapse))\b/i.test(
    getAttribute(element, 'style') ?? '',
  )
}

function keepsBlanks(element: HtmlElement): boolean {
  return /(^|;)\s*white-space\s*:\s*(pre|pre-wrap|break-spaces)\s*(;|!|$)/i.test(
    getAttribute(element, 'style') ?? '',
  )
}

function createPiece(text: string, context: Context) {
  return { text, ...context.marks, ...(context.form === null ? {} : { form: context.form }) }
}

function createBlock(context: Context): ReadBlock {
  return createReadBlock(context.kind, { ordered: context.ordered, form: context.blockForm })
}

function pushChildren(reader: Reader, parent: HtmlParent, context: Context): void {
  for (let i = parent.childNodes.length - 1; i >= 0; i -= 1) {
    const node = parent.childNodes[i]
    if (node !== undefined) reader.steps.push({ node, context })
  }
}
