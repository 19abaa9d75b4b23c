import { assembleStory, type ReadOptions, type ReadStoryFile, type StoryParts } from './assemble-story.ts'
import { createBlockCollector } from './block-collector.ts'
import type { DocxParagraph, DocxText } from './docx-text.ts'
import { createReadBlock, type HouseForm, type Piece, type ReadBlock } from './read-block.ts'
import { parseBookmark, type StoryPart } from './story-parts.ts'

/** A line longer than this is a paragraph, however a document begins. */
const LONGEST_HEADLINE = 300

/**
 * Makes a story of what a Word file shows when all its changes are accepted. A file of ours is known by its bookmarks
 * and read exactly; of any other the headline is the title, else the first heading or short line before the text, blanks
 * collapse, and house forms are found by their grammar.
 */
export function assembleDocxStory(text: DocxText, options: ReadOptions): ReadStoryFile {
  const paragraphs = acceptChanges(text.paragraphs)
  const ours = paragraphs.some((paragraph) => getParts(paragraph).includes('headline'))
  const parts = ours ? readOwn(paragraphs) : readForeign(paragraphs)
  return assembleStory({ ...parts, ours }, options, text.losses)
}

/** Insertions are text, deletions are gone; a paragraph whose end was deleted goes on in the next. */
function acceptChanges(paragraphs: readonly DocxParagraph[]): readonly DocxParagraph[] {
  const accepted: DocxParagraph[] = []
  let before: DocxParagraph | null = null
  for (const paragraph of paragraphs) {
    const kept = keepAccepted(paragraph)
    const joined: DocxParagraph = before === null ? kept : joinParagraphs(before, kept)
    before = paragraph.mark?.kind === 'delete' ? joined : null
    if (before === null) accepted.push(joined)
  }
  return before === null ? accepted : [...accepted, before]
}

function keepAccepted(paragraph: DocxParagraph): DocxParagraph {
  const isKept = ({ change }: DocxParagraph['segments'][number]) => change?.kind !== 'delete'
  const bookmarks = paragraph.bookmarks.map(({ name, segment }) => ({
    name,
    segment: paragraph.segments.slice(0, segment).filter(isKept).length,
  }))
  return { ...paragraph, bookmarks, segments: paragraph.segments.filter(isKept) }
}

function joinParagraphs(first: DocxParagraph, second: DocxParagraph): DocxParagraph {
  const moved = second.bookmarks.map(({ name, segment }) => ({
    name,
    segment: segment + first.segments.length,
  }))
  return {
    ...first,
    segments: [...first.segments, ...second.segments],
    bookmarks: [...first.bookmarks, ...moved],
  }
}

type Read = Pick<StoryParts, 'headline' | 'blocks'>

function readOwn(paragraphs: readonly DocxParagraph[]): Read {
  const collector = createBlockCollector(true)
  let headline = ''
  let picture: DocxParagraph['photo'] = null
  for (const paragraph of paragraphs) {
    const parts = getParts(paragraph)
    if (parts.includes('headline')) headline = getText(paragraph)
    else if (parts.length === 0 && paragraph.photo !== null) picture = paragraph.photo
    else {
      const id = parts.find((part) => part !== 'dateline' && part !== 'credit') ?? null
      const form = id === null ? (parts.find(isForm) ?? null) : null
      const isPhoto = paragraph.role === 'caption' && picture !== null
      const block = isPhoto
        ? createReadBlock('photo', { photo: picture, id })
        : createBlock(paragraph, id, form)
      collector.open(block)
      for (const piece of getOwnPieces(paragraph, form === null)) collector.addText(piece, true, block)
      picture = null
    }
  }
  collector.finish()
  return { headline, blocks: collector.blocks }
}

/** Text between the bookmark of a house form and the next one is that form's. */
function getOwnPieces(paragraph: DocxParagraph, hasBlock: boolean): readonly Piece[] {
  return paragraph.segments.map(({ run }, i) => {
    const part = paragraph.bookmarks.findLast(
      ({ name, segment }) => segment <= i && parseBookmark(name) !== null,
    )
    const form = part === undefined ? null : parseBookmark(part.name)
    if (!hasBlock || form === null || !isForm(form)) return run
    // A house form has no marks: how it looks is the document's.
    return { text: run.text, form }
  })
}

function readForeign(paragraphs: readonly DocxParagraph[]): Read {
  const written = paragraphs.filter((paragraph) => /\S/.test(getText(paragraph)))
  const found = findHeadline(written)
  const collector = createBlockCollector(false)
  for (const paragraph of written) {
    if (paragraph === found) continue
    const block = createBlock(paragraph, null, null)
    collector.open(block)
    for (const { run } of paragraph.segments) addLines(collector, run, block)
  }
  collector.finish()
  return {
    headline: found === null ? '' : getText(found).trim().replace(/\s+/g, ' '),
    blocks: collector.blocks,
  }
}

function addLines(collector: ReturnType<typeof createBlockCollector>, run: Piece, block: ReadBlock): void {
  for (const [i, line] of run.text.split('\n').entries()) {
    if (i > 0) collector.addBreak({ ...run, text: '' }, block)
    if (line !== '') collector.addText({ ...run, text: line }, false, block)
  }
}

function findHeadline(written: readonly DocxParagraph[]): DocxParagraph | null {
  const titled = written.find(({ role }) => role === 'title')
  if (titled !== undefined) return titled
  const [first, second] = written
  if (first === undefined || first.list !== null || getText(first).length > LONGEST_HEADLINE) return null
  return first.role === 'heading' || second !== undefined ? first : null
}

function createBlock({ role, list }: DocxParagraph, id: string | null, form: HouseForm | null): ReadBlock {
  if (list !== null) return createReadBlock('list', { ordered: list.ordered, id, form })
  const kind = role === 'heading' || role === 'quote' ? role : 'paragraph'
  return createReadBlock(kind, { id, form })
}

function getParts(paragraph: DocxParagraph): readonly StoryPart[] {
  return paragraph.bookmarks.flatMap(({ name }) => parseBookmark(name) ?? [])
}

function isForm(part: StoryPart): part is HouseForm {
  return part === 'dateline' || part === 'credit'
}

function getText({ segments }: DocxParagraph): string {
  return segments.map(({ run }) => run.text).join('')
}
