import { ImageRun, Paragraph, type ParagraphChild } from 'docx'
import type { Block, Run, Story } from '../../story/index.ts'
import { findClosingIndex, findLedeIndex } from '../placement.ts'
import { printCredit, printDateline } from '../printed-forms.ts'
import { replaceForbidden } from '../xml.ts'
import { createPart } from './docx-runs.ts'
import { DOCX_LISTS, DOCX_STYLES } from './docx-styles.ts'
import type { ShownPicture, StoryBody } from './story-body.ts'

/** An A4 page less its margins, and no higher than half of it; in pixels at 96 to the inch. */
const WIDEST = 602
const HIGHEST = 480

/** The story's paragraphs, headline first, each part in its bookmark. */
export function createParagraphs(story: Story, { house, pictures }: StoryBody): readonly Paragraph[] {
  const lede = findLedeIndex(story.blocks)
  const closing = story.credit?.join === 'block' ? -1 : findClosingIndex(story.blocks)
  const dateline = createDateline(story, house)
  const credit = createCredit(story, house)
  const paragraphs = story.blocks.flatMap((block, i) => [
    ...(block.kind === 'photo' ? createPicture(block, pictures) : []),
    createParagraph(block, [
      ...(i === lede ? dateline : []),
      createPart(block.id, block.runs),
      ...(i === closing ? credit : []),
    ]),
  ])
  return [
    new Paragraph({
      style: DOCX_STYLES.headline,
      children: [createPart('headline', toRuns(story.headline))],
    }),
    ...(lede < 0 && dateline.length > 0 ? [new Paragraph({ children: dateline })] : []),
    ...paragraphs,
    ...(closing < 0 && credit.length > 0
      ? [new Paragraph({ style: DOCX_STYLES.credit, children: credit })]
      : []),
  ]
}

function createDateline(story: Story, house: StoryBody['house']): readonly ParagraphChild[] {
  const text = printDateline(story, house)
  return text === '' ? [] : [createPart('dateline', [{ text, bold: true }])]
}

function createCredit(story: Story, house: StoryBody['house']): readonly ParagraphChild[] {
  const text = printCredit(story, house)
  return text === '' ? [] : [createPart('credit', [{ text }])]
}

function createParagraph(block: Block, children: readonly ParagraphChild[]): Paragraph {
  switch (block.kind) {
    case 'list':
      return new Paragraph({
        style: DOCX_STYLES.list,
        numbering: { reference: block.ordered ? DOCX_LISTS.numbers : DOCX_LISTS.bullets, level: 0 },
        children,
      })
    case 'photo':
      return new Paragraph({ style: DOCX_STYLES.caption, children })
    case 'heading':
    case 'quote':
    case 'paragraph':
      return new Paragraph({ style: DOCX_STYLES[block.kind], children })
  }
}

/** The picture stands in a paragraph of its own above its caption, which stays with it. */
function createPicture(
  block: Extract<Block, { kind: 'photo' }>,
  pictures: ReadonlyMap<string, ShownPicture>,
): readonly Paragraph[] {
  const picture = pictures.get(block.photo)
  if (picture === undefined) return []
  const scale = Math.min(1, WIDEST / picture.width, HIGHEST / picture.height)
  const altText = { name: block.photo, title: '', description: replaceForbidden(block.alt) }
  const image = new ImageRun({
    type: 'jpg',
    data: picture.bytes,
    transformation: {
      width: Math.round(picture.width * scale),
      height: Math.round(picture.height * scale),
    },
    altText,
  })
  return [new Paragraph({ keepNext: true, spacing: { before: 200, after: 80 }, children: [image] })]
}

function toRuns(text: string): readonly Run[] {
  return text === '' ? [] : [{ text }]
}
