import { AlignmentType, Document, Footer, Header, PageNumber, Packer, Paragraph, TextRun } from 'docx'
import type { Story } from '../../story/index.ts'
import { FILE_PROPERTIES } from '../story-parts.ts'
import { formatByline, type NinjsContext } from '../ninjs.ts'
import { replaceForbidden } from '../xml.ts'
import { packCanonically } from './canonical-zip.ts'
import { createParagraphs } from './docx-blocks.ts'
import { NUMBERING, STYLES } from './docx-styles.ts'
import type { DocumentContext } from './story-body.ts'

export interface DocxContext extends DocumentContext, Pick<NinjsContext, 'id' | 'revision'> {
  /** Whether Word keeps the track of what an editor changes from the start. */
  readonly tracked: boolean
}

/** Twentieths of a point: A4 with margins of an inch. */
const PAGE = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1440, right: 1440, bottom: 1440, left: 1440 },
}

/**
 * A story as a Word file (Office Open XML, ISO/IEC 29500): the office's name above, named styles, photos with their
 * captions, and the names of its parts unseen (`story-parts.ts`). The same draft gives the same bytes.
 */
export async function writeDocx(story: Story, context: DocxContext): Promise<Uint8Array> {
  const { house, id, revision, tracked } = context
  const { name, language } = house.organisation
  const document = new Document({
    title: replaceForbidden(story.headline),
    creator: formatByline(story.credit?.writers.initials ?? [], house) || name,
    lastModifiedBy: 'Redaksi',
    description: replaceForbidden(story.excerpt),
    keywords: replaceForbidden(story.tags.join(', ')),
    features: { trackRevisions: tracked },
    customProperties: [
      { name: FILE_PROPERTIES.draft, value: id },
      { name: FILE_PROPERTIES.revision, value: String(revision) },
    ],
    numbering: NUMBERING,
    styles: withLanguage(language),
    sections: [
      {
        properties: { page: PAGE },
        headers: { default: createHeader(name) },
        footers: { default: createFooter() },
        children: [...createParagraphs(story, context)],
      },
    ],
  })
  const bytes = await Packer.toBuffer(document)
  return packCanonically(new Uint8Array(bytes), context)
}

function withLanguage(language: string): typeof STYLES {
  const { default: defaults } = STYLES
  const { document } = defaults ?? {}
  const run = { ...document?.run, language: { value: language } }
  return { ...STYLES, default: { ...defaults, document: { ...document, run } } }
}

const QUIET = { size: 17, color: '5A5A5A' }

function createHeader(name: string): Header {
  return new Header({ children: [new Paragraph({ children: [new TextRun({ text: name, ...QUIET })] })] })
}

function createFooter(): Footer {
  const number = new TextRun({
    children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
    ...QUIET,
  })
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] })
}
