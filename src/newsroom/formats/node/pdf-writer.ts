import PDFDocument from 'pdfkit'
import { formatByline } from '../ninjs.ts'
import { toOneLine } from '../printed-forms.ts'
import type { Story } from '../../story/index.ts'
import { drawBody } from './pdf-body.ts'
import { registerFonts } from './pdf-fonts.ts'
import type { DocumentContext } from './story-body.ts'

/** Points: an A4 page with margins of an inch. */
const MARGIN = 72
const QUIET = '#5a5a5a'

/**
 * A story as a PDF (ISO 32000): A4, tagged for screen readers, with bookmarks, embedded fonts, the office's name above
 * and the page's number below. The same draft gives the same bytes.
 */
export async function writePdf(story: Story, context: DocumentContext): Promise<Uint8Array> {
  const { house, createdAt, updatedAt } = context
  const { name, language } = house.organisation
  const pdf = new PDFDocument({
    ...{ size: 'A4', margin: MARGIN, bufferPages: true, pdfVersion: '1.7', compress: true },
    ...{ tagged: true, lang: language, displayTitle: true },
    // The built-in font has no letters beyond Latin-1, and needs a file that a bundle does not have.
    font: '',
    info: {
      Title: toOneLine(story.headline) || house.organisation.short,
      Author: formatByline(story.credit?.writers.initials ?? [], house) || name,
      Subject: story.excerpt,
      Keywords: story.tags.join(', '),
      Creator: 'Redaksi',
      Producer: 'Redaksi',
      CreationDate: new Date(createdAt),
      ModDate: new Date(updatedAt),
    },
  })
  const bytes = collect(pdf)
  registerFonts(pdf)
  drawBody(pdf, story, context)
  drawMargins(pdf, name)
  pdf.end()
  return bytes
}

function collect(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    pdf.on('error', reject)
  })
}

/** What stands above and below every page is no part of the text: a screen reader passes it by. */
function drawMargins(pdf: PDFKit.PDFDocument, name: string): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let i = 0; i < count; i += 1) {
    pdf.switchToPage(start + i)
    const { width, height } = pdf.page
    const line = { width: width - 2 * MARGIN, lineBreak: false } as const
    pdf.page.margins.bottom = 0
    pdf.font('regular').fontSize(8.5).fillColor(QUIET)
    pdf.markContent('Artifact', { type: 'Pagination' })
    pdf.text(name, MARGIN, MARGIN / 2, { ...line, ellipsis: true, height: 12 })
    pdf.text(`${i + 1} / ${count}`, MARGIN, height - MARGIN / 2 - 8, { ...line, align: 'center' })
    pdf.endMarkedContent()
  }
}
