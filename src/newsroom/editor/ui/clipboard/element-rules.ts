import type { Run } from '../../../story/index.ts'

/** What an element of pasted HTML means to a story. Tag names are lower case; no attribute is looked at but `href`, `style`, `class`, `role` and `alt`. */

type Marks = Omit<Run, 'text'>
export type PastedKind = 'paragraph' | 'heading' | 'quote' | 'list'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const NOTHING = words(
  'applet area audio button canvas datalist del dialog embed frame frameset head iframe input link map math meta meter noframes noscript object option param picture progress script select source style svg template textarea title track video xml',
)
const BLOCKS = words(
  'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li listing main menu nav ol p plaintext pre section summary table tbody td tfoot th thead tr ul xmp',
)
const PREFORMATTED = words('pre listing xmp plaintext')
const HEADINGS = words('h1 h2 h3 h4 h5 h6')
const BOLD = words('b strong')
const ITALIC = words('i em cite dfn')

/** Parts of a Word document that are not its text: comments, notes, headers, and the drawn marks of its lists. */
const WORD_RESIDUE =
  /mso-(?:list:\s*ignore|hide:\s*all|element:\s*(?:comment|footnote|endnote|header|footer))/i
/** Marks in the text of what stands elsewhere: comments and notes of Word and LibreOffice, and those notes. */
const NOTE_CLASS =
  /^(?:mso(?:comment|footnote|endnote)reference|msocomanchor|sd(?:foot|end)note(?:anc|sym)?)$/i
/** Styles of Word that are headings or quotations without the element for it. */
const HEADING_CLASS = /^mso(?:sub)?title$/i
const QUOTE_CLASS = /^mso(?:intense)?quote$/i
const HIDDEN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b/i
const KEEPS_BLANKS = /(?:^|;)\s*white-space(?:-collapse)?\s*:\s*(?:pre|pre-wrap|break-spaces|preserve)\b/i
const WEIGHT = /(?:^|;)\s*font-weight\s*:\s*([a-z]+|[0-9]+)/i
const SLANT = /(?:^|;)\s*font-style\s*:\s*([a-z]+)/i
const WORD_LIST = /mso-list:\s*l[0-9]+\s/i
/** The picture of an emoji says in `alt` which one it is. */
const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}){1,16}$/u

/** Whether an element and all in it contribute nothing. */
export function isNothing(element: Element): boolean {
  const style = getStyle(element)
  return (
    NOTHING.has(element.localName) ||
    HIDDEN.test(style) ||
    WORD_RESIDUE.test(style) ||
    element.hasAttribute('hidden') ||
    hasClass(element, NOTE_CLASS)
  )
}

/** Whether an element starts and ends a block. */
export function isBlockElement(element: Element): boolean {
  return BLOCKS.has(element.localName)
}

/** The kind of block that an element makes, or null when it leaves that to what it is in. */
export function readKind(element: Element): PastedKind | null {
  if (HEADINGS.has(element.localName) || element.getAttribute('role') === 'heading') return 'heading'
  if (element.localName === 'blockquote') return 'quote'
  if (element.localName === 'p' && hasClass(element, HEADING_CLASS)) return 'heading'
  if (element.localName === 'p' && hasClass(element, QUOTE_CLASS)) return 'quote'
  return element.localName === 'li' || isWordItem(element) ? 'list' : null
}

/** Whether a paragraph is an item of a list that Word draws with a mark of its own. */
export function isWordItem(element: Element): boolean {
  return element.localName === 'p' && WORD_LIST.test(`${getStyle(element)} `)
}

/** Whether the mark that Word drew before an item is a number or a letter. */
export function isNumberedWordItem(element: Element): boolean {
  const mark = [...element.querySelectorAll('[style]')].find((each) =>
    /mso-list:\s*ignore/i.test(getStyle(each)),
  )
  return /^[\s\u00a0]*\(?[0-9a-z]{1,4}[.)]/i.test(mark?.textContent ?? '')
}

/** The cells of a row that is a line of a table; null for one that only arranges a page, as mails do. */
export function readCells(row: Element): readonly Element[] | null {
  const cells = [...row.children].filter(({ localName }) => localName === 'td' || localName === 'th')
  const isLine = cells.length > 1 && cells.every((cell) => cell.querySelector(ARRANGED) === null)
  return isLine ? cells.filter((cell) => /\S/.test(cell.textContent)) : null
}

/** What stands in a cell that is more than a value: several paragraphs, a list, a heading, another table. */
const ARRANGED = 'p ~ p, div ~ div, ul, ol, table, blockquote, h1, h2, h3, h4, h5, h6'

/** Whether blanks in an element stand as they are. */
export function keepsBlanks(element: Element): boolean {
  return PREFORMATTED.has(element.localName) || KEEPS_BLANKS.test(getStyle(element))
}

/** The marks of an inline element's text, from those around it. A style overrides: Google wraps all in a `b` that is not bold. */
export function readMarks(element: Element, around: Marks): Marks {
  const weight = WEIGHT.exec(getStyle(element))?.[1]?.toLowerCase()
  const slant = SLANT.exec(getStyle(element))?.[1]?.toLowerCase()
  const bold =
    weight === undefined ? BOLD.has(element.localName) || around.bold === true : isBoldWeight(weight)
  const italic =
    slant === undefined ? ITALIC.has(element.localName) || around.italic === true : slant !== 'normal'
  return {
    ...(bold ? { bold: true } : {}),
    ...(italic ? { italic: true } : {}),
    ...(around.link === undefined ? {} : { link: around.link }),
  }
}

/** The character that a picture stands for, or nothing. */
export function readEmoji(element: Element): string {
  const alt = element.localName === 'img' ? (element.getAttribute('alt') ?? '') : ''
  return EMOJI.test(alt) && !/^[0-9#*]+$/.test(alt) ? alt : ''
}

function isBoldWeight(weight: string): boolean {
  return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600
}

function hasClass(element: Element, pattern: RegExp): boolean {
  return (element.getAttribute('class') ?? '').split(/\s+/).some((each) => pattern.test(each))
}

function getStyle(element: Element): string {
  return element.getAttribute('style') ?? ''
}
