import type { Block, Run, Story } from '../../story/index.ts'
import { findClosingIndex, findLedeIndex } from '../placement.ts'
import { printCredit, printDateline, toOneLine } from '../printed-forms.ts'
import { cleanRuns } from '../runs.ts'
import { chooseFont } from './pdf-fonts.ts'
import type { ShownPicture, StoryBody } from './story-body.ts'

const INK = '#1a1a1a'
const QUIET = '#5a5a5a'
const LINK = '#1f4e9e'
/** Points. */
const INDENT = 22
const BODY = 11.5
const BEFORE_HEADING = 6
/** A heading, or a picture's caption, does not stand apart from what follows: so much room is asked for. */
const TOGETHER = 60

interface Look {
  readonly size: number
  readonly color: string
  readonly indent: number
  readonly after: number
  readonly isBold?: boolean
  readonly isItalic?: boolean
}

const LOOKS: Readonly<Record<Block['kind'] | 'headline' | 'credit', Look>> = {
  headline: { size: 21, color: INK, indent: 0, after: 12, isBold: true },
  paragraph: { size: BODY, color: INK, indent: 0, after: 8 },
  heading: { size: 13.5, color: INK, indent: 0, after: 5, isBold: true },
  quote: { size: BODY, color: INK, indent: INDENT, after: 8, isItalic: true },
  list: { size: BODY, color: INK, indent: INDENT, after: 4 },
  photo: { size: 9.5, color: QUIET, indent: 0, after: 12 },
  credit: { size: BODY, color: QUIET, indent: 0, after: 8 },
}

/** Draws a story's text and photos, page after page, with the structure that a screen reader reads. */
export function drawBody(pdf: PDFKit.PDFDocument, story: Story, { house, pictures }: StoryBody): void {
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  const lede = findLedeIndex(story.blocks)
  const closing = story.credit?.join === 'block' ? -1 : findClosingIndex(story.blocks)
  const dateline: readonly Run[] = [{ text: printDateline(story, house), bold: true }]
  const credit: readonly Run[] = [{ text: printCredit(story, house) }]
  drawHeading(pdf, root, 'H1', [{ text: story.headline }])
  if (lede < 0) drawText(pdf, root, 'P', LOOKS.paragraph, dateline)
  let number = 0
  for (const [i, block] of story.blocks.entries()) {
    const runs = [...(i === lede ? dateline : []), ...block.runs, ...(i === closing ? credit : [])]
    number = block.kind === 'list' && block.ordered ? number + 1 : 0
    drawBlock(pdf, root, block, runs, { number, picture: getPicture(block, pictures) })
  }
  if (closing < 0) drawText(pdf, root, 'P', LOOKS.credit, credit)
  root.end()
}

function getPicture(block: Block, pictures: StoryBody['pictures']): ShownPicture | undefined {
  return block.kind === 'photo' ? pictures.get(block.photo) : undefined
}

function drawBlock(
  pdf: PDFKit.PDFDocument,
  root: PDFKit.PDFStructureElement,
  block: Block,
  runs: readonly Run[],
  { number, picture }: { readonly number: number; readonly picture: ShownPicture | undefined },
): void {
  switch (block.kind) {
    case 'heading':
      return drawHeading(pdf, root, 'H2', runs)
    case 'list':
      return drawItem(pdf, root, runs, number === 0 ? '•' : `${number}.`)
    case 'photo':
      if (picture !== undefined) drawPicture(pdf, root, picture, block.alt)
      return drawText(pdf, root, 'Caption', LOOKS.photo, runs)
    case 'quote':
      return drawText(pdf, root, 'BlockQuote', LOOKS.quote, runs)
    case 'paragraph':
      return drawText(pdf, root, 'P', LOOKS.paragraph, runs)
  }
}

function drawHeading(
  pdf: PDFKit.PDFDocument,
  root: PDFKit.PDFStructureElement,
  level: 'H1' | 'H2',
  runs: readonly Run[],
): void {
  const words = toOneLine(runs.map(({ text }) => text).join(''))
  if (words === '') return
  if (level === 'H2') pdf.y += BEFORE_HEADING
  keepTogether(pdf, TOGETHER)
  pdf.outline.addItem(words)
  drawText(pdf, root, level, LOOKS[level === 'H1' ? 'headline' : 'heading'], runs)
}

/** Text of many marks on one flow of lines. A link is an element of its own, by which a reader follows it. */
function drawText(
  pdf: PDFKit.PDFDocument,
  root: PDFKit.PDFStructureElement,
  type: string,
  look: Look,
  runs: readonly Run[],
  start: { readonly x: number; readonly y: number } | null = null,
): void {
  const pieces = cleanRuns(runs)
  if (pieces.length === 0) return
  const element = pdf.struct(type)
  root.add(element)
  const { left, right } = pdf.page.margins
  const x = start?.x ?? left + look.indent
  const indentRight = type === 'BlockQuote' ? look.indent : 0
  const width = pdf.page.width - right - x - indentRight
  pieces.forEach((run, i) => {
    const draw = () =>
      drawRun(pdf, look, run, i === pieces.length - 1, i === 0 ? { x, y: start?.y, width } : null)
    element.add(run.link === undefined ? draw : pdf.struct('Link', {}, draw))
  })
  element.end()
  pdf.y += look.after
}

function drawRun(
  pdf: PDFKit.PDFDocument,
  look: Look,
  { text, bold, italic, link }: Run,
  isLast: boolean,
  start: { readonly x: number; readonly y: number | undefined; readonly width: number } | null,
): void {
  const font = chooseFont({
    bold: look.isBold === true || bold === true,
    // What is italic in an italic quotation stands upright.
    italic: (look.isItalic === true) !== (italic === true),
  })
  const options: PDFKit.Mixins.TextOptions = {
    ...{ continued: !isLast, lineGap: look.size * 0.28, link: link ?? null, underline: link !== undefined },
    ...(start === null ? {} : { width: start.width }),
  }
  pdf
    .font(font)
    .fontSize(look.size)
    .fillColor(link === undefined ? look.color : LINK)
  if (start === null) pdf.text(text, options)
  else pdf.text(text, start.x, start.y ?? pdf.y, options)
}

function drawItem(
  pdf: PDFKit.PDFDocument,
  root: PDFKit.PDFStructureElement,
  runs: readonly Run[],
  sign: string,
): void {
  keepTogether(pdf, BODY * 2)
  const [list, item] = [pdf.struct('L'), pdf.struct('LI')]
  root.add(list)
  list.add(item)
  const { left } = pdf.page.margins
  const { y } = pdf
  const drawSign = () => {
    pdf.font('regular').fontSize(BODY).fillColor(INK)
    pdf.text(sign, left + 4, y, { lineBreak: false })
  }
  item.add(pdf.struct('Lbl', {}, drawSign))
  drawText(pdf, item, 'LBody', LOOKS.list, runs, { x: left + INDENT, y })
  item.end()
  list.end()
}

/** No wider than the text and no higher than half a page; on the next page when this one has no room for it. */
function drawPicture(
  pdf: PDFKit.PDFDocument,
  root: PDFKit.PDFStructureElement,
  { bytes, width, height }: ShownPicture,
  alt: string,
): void {
  const { left, right, top, bottom } = pdf.page.margins
  const room = { width: pdf.page.width - left - right, height: (pdf.page.height - top - bottom) / 2 }
  const scale = Math.min(room.width / width, room.height / height, 1)
  const shown = { width: width * scale, height: height * scale }
  keepTogether(pdf, shown.height + TOGETHER)
  const draw = () => void pdf.image(Buffer.from(bytes), left, pdf.y, shown)
  const figure = pdf.struct('Figure', { alt }, draw)
  root.add(figure)
  figure.end()
  pdf.y += shown.height + 6
}

function keepTogether(pdf: PDFKit.PDFDocument, height: number): void {
  const { page } = pdf
  if (pdf.y + height > page.height - page.margins.bottom) pdf.addPage()
}
