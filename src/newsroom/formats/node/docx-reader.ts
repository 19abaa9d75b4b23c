import { cleanLink, type Run } from '../../story/index.ts'
import { RedaksiError } from '../../../base/errors.ts'
import type { FormatReport, FormatsErrorCode } from '../contract.ts'
import type { DocxChange, DocxParagraph, DocxText } from '../docx-text.ts'
import { isDigest } from '../parse-values.ts'
import { isSwitchedOn, readDocxMeaning, type DocxMeaning } from './docx-parts.ts'
import { createFieldReader, type FieldReader } from './docx-fields.ts'
import { openPackage } from './open-package.ts'
import { getXmlAttribute, walkXml, type XmlElement } from './walk-xml.ts'

/** The vocabularies that matter, by what their elements are called here; those of Word itself have no prefix. */
const VOCABULARIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main': '',
    'http://purl.oclc.org/ooxml/wordprocessingml/main': '',
    'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc:',
    'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp:',
    'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp:',
  }),
)
const DOCUMENT = 'word/document.xml'
const WANTED =
  /^(word\/(document|styles|numbering)\.xml|word\/_rels\/document\.xml\.rels|docProps\/custom\.xml)$/
/** More than any story has. */
const MOST_PARAGRAPHS = 50_000

/**
 * Reads the text of a Word file (Office Open XML, strict or transitional) with every tracked change told apart. Nothing
 * is fetched, no picture or program is looked at. Fails as `openPackage` and `walkXml` do.
 */
export async function readDocx(file: Uint8Array): Promise<DocxText> {
  const parts = await openPackage(file, (name) => WANTED.test(name))
  const document = parts.get(DOCUMENT)
  if (document === undefined) throw new RedaksiError<FormatsErrorCode>('formats.not-docx')
  const meaning = readDocxMeaning(parts)
  const reader = createReader(meaning)
  walkXml(document, reader)
  return { paragraphs: reader.paragraphs, properties: meaning.properties, losses: reader.losses }
}

type Open = { -readonly [Key in keyof DocxParagraph]: DocxParagraph[Key] } & {
  segments: DocxParagraph['segments'][number][]
  bookmarks: DocxParagraph['bookmarks'][number][]
}

interface Step {
  readonly name: string
  readonly change: DocxChange | null
}

interface Reader {
  readonly meaning: DocxMeaning
  readonly paragraphs: DocxParagraph[]
  readonly losses: Set<FormatReport>
  /** Paragraphs begun and not ended: a text box stands inside one. */
  readonly begun: Open[]
  readonly steps: Step[]
  readonly fields: FieldReader
  marks: Omit<Run, 'text'>
  link: string | null
}

function createReader(meaning: DocxMeaning) {
  const reader: Reader = {
    meaning,
    paragraphs: [],
    losses: new Set(),
    begun: [],
    steps: [],
    fields: createFieldReader(),
    marks: {},
    link: null,
  }
  return {
    ...reader,
    open: (element: XmlElement) => enter(reader, element),
    close: () => leave(reader),
    text: (text: string) => {
      const inside = reader.steps.at(-1)?.name
      if (inside === 't' || inside === 'delText') addText(reader, text)
      else if (inside === 'instrText') reader.fields.addInstruction(text)
    },
  }
}

/** Elements of other languages are passed through for what they hold, but for the doubles that old programs are given. */
function enter(reader: Reader, element: XmlElement): void {
  const name = (VOCABULARIES.get(element.uri) ?? '?') + element.local
  const isInsertion = name === 'ins' || name === 'moveTo'
  const isDeletion = name === 'del' || name === 'moveFrom'
  const change: DocxChange | null =
    isInsertion || isDeletion
      ? {
          kind: isInsertion ? 'insert' : 'delete',
          author: getXmlAttribute(element, 'author') ?? '',
          date: getXmlAttribute(element, 'date'),
        }
      : null
  reader.steps.push({ name, change })
  if (isWithin(reader, 'mc:Fallback')) return
  HANDLERS.get(name)?.(reader, element)
  if (change !== null && isWithin(reader, 'rPr') && isWithin(reader, 'pPr'))
    getParagraph(reader).mark = change
}

type Handler = (reader: Reader, element: XmlElement) => void

/** By their names, which come from outside: no name that every object has is one of them. */
const HANDLERS: ReadonlyMap<string, Handler> = new Map<string, Handler>(
  Object.entries<Handler>({
    p: beginParagraph,
    pStyle: (reader, element) => applyStyle(reader, getXmlAttribute(element, 'val') ?? ''),
    outlineLvl: (reader, element) => {
      const paragraph = getParagraph(reader)
      if (paragraph.role === 'text' && Number(getXmlAttribute(element, 'val')) < 9) paragraph.role = 'heading'
    },
    numId: (reader, element) => setList(reader, getXmlAttribute(element, 'val')),
    r: (reader) => {
      reader.marks = {}
    },
    b: (reader, element) => setMark(reader, 'bold', isSwitchedOn(element)),
    i: (reader, element) => setMark(reader, 'italic', isSwitchedOn(element)),
    rStyle: (reader, element) => {
      const style = reader.meaning.styles.get(getXmlAttribute(element, 'val') ?? '')
      if (style?.bold === true) setMark(reader, 'bold', true)
      if (style?.italic === true) setMark(reader, 'italic', true)
    },
    tab: (reader) => {
      if (!isWithin(reader, 'pPr')) addText(reader, '\t')
    },
    br: (reader, element) => {
      if (getXmlAttribute(element, 'type') === null) addText(reader, '\n')
    },
    cr: (reader) => addText(reader, '\n'),
    noBreakHyphen: (reader) => addText(reader, '\u{2011}'),
    softHyphen: (reader) => addText(reader, '\u{AD}'),
    hyperlink: (reader, element) => {
      reader.link = findLink(reader, readAddress(reader.meaning, element))
    },
    fldChar: (reader, element) => {
      const address = reader.fields.step(getXmlAttribute(element, 'fldCharType'))
      if (address !== undefined) reader.link = findLink(reader, address)
    },
    bookmarkStart: (reader, element) => {
      const paragraph = reader.begun.at(-1)
      const segment = paragraph?.segments.length ?? 0
      paragraph?.bookmarks.push({ name: getXmlAttribute(element, 'name') ?? '', segment })
    },
    tbl: (reader) => void reader.losses.add('table-flattened'),
    'wp:docPr': readPicture,
    pict: (reader) => void reader.losses.add('picture-dropped'),
    object: (reader) => void reader.losses.add('picture-dropped'),
  }),
)

function leave(reader: Reader): void {
  const step = reader.steps.pop()
  if (step === undefined || isWithin(reader, 'mc:Fallback')) return
  if (step.name === 'hyperlink') reader.link = null
  if (step.name !== 'p') return
  const paragraph = reader.begun.pop()
  if (paragraph === undefined) return
  reader.paragraphs.push(paragraph)
  if (reader.paragraphs.length > MOST_PARAGRAPHS)
    throw new RedaksiError<FormatsErrorCode>('formats.too-large', { limit: MOST_PARAGRAPHS })
}

function beginParagraph(reader: Reader): void {
  reader.begun.push({
    ...{ role: 'text', list: null, mark: null, photo: null, segments: [], bookmarks: [] },
  })
  // A paragraph that names no style wears the one that every file has.
  applyStyle(reader, 'Normal')
}

function applyStyle(reader: Reader, id: string): void {
  const style = reader.meaning.styles.get(id)
  if (style === undefined) return
  const paragraph = getParagraph(reader)
  paragraph.role = style.role
  if (style.list !== null) setList(reader, style.list)
}

/** A paragraph in list 0 is in none, whatever its style says. */
function setList(reader: Reader, list: string | null): void {
  const isNone = list === null || list === '0'
  getParagraph(reader).list = isNone ? null : { ordered: reader.meaning.ordered.get(`${list}:0`) ?? false }
}

/** A mark of a run alone: what a heading or a quotation looks like by its style is no mark. */
function setMark(reader: Reader, mark: 'bold' | 'italic', isOn: boolean): void {
  if (isWithin(reader, 'pPr') || isWithin(reader, 'rPrChange')) return
  const { [mark]: _, ...others } = reader.marks
  reader.marks = isOn ? { ...others, [mark]: true } : others
}

/** A picture of our own says by its name which photo it is; of others the text alone is kept. */
function readPicture(reader: Reader, element: XmlElement): void {
  const photo = getXmlAttribute(element, 'name') ?? ''
  const alt = getXmlAttribute(element, 'descr') ?? ''
  if (isDigest(photo)) getParagraph(reader).photo = { photo, alt }
  else reader.losses.add('picture-dropped')
}

/** An address outside, and the place in it; a link within the document leads nowhere in a story. */
function readAddress({ links }: DocxMeaning, element: XmlElement): string | null {
  const address = links.get(getXmlAttribute(element, 'id') ?? '')
  const anchor = getXmlAttribute(element, 'anchor')
  return address === undefined || anchor === null ? (address ?? null) : `${address}#${anchor}`
}

function findLink(reader: Reader, address: string | null): string | null {
  const link = address === null ? null : cleanLink(address)
  if (address !== null && link === null) reader.losses.add('link-dropped')
  return link
}

function addText(reader: Reader, text: string): void {
  const paragraph = reader.begun.at(-1)
  if (paragraph === undefined || isWithin(reader, 'mc:Fallback')) return
  const changes = reader.steps.flatMap(({ change }) => change ?? [])
  // What was inserted and deleted again was never there.
  const isGone =
    changes.some(({ kind }) => kind === 'insert') && changes.some(({ kind }) => kind === 'delete')
  if (isGone) return
  const run = { text, ...reader.marks, ...(reader.link === null ? {} : { link: reader.link }) }
  paragraph.segments.push({ run, change: changes.at(-1) ?? null })
}

function getParagraph(reader: Reader): Open {
  const paragraph = reader.begun.at(-1)
  if (paragraph === undefined) throw new RedaksiError<FormatsErrorCode>('formats.not-docx')
  return paragraph
}

function isWithin({ steps }: Reader, name: string): boolean {
  return steps.some((step) => step.name === name)
}
