import type { Story } from '../story/index.ts'
import { draftCaptions, formatCaptions } from './captions.ts'
import { formatHtmlPage } from './html-page.ts'
import { formatMarkdown } from './markdown.ts'
import { formatNinjs, serializeNinjs, type NinjsContext } from './ninjs.ts'
import { formatNinjs2 } from './ninjs2.ts'
import { formatRss } from './rss.ts'
import { formatText } from './text.ts'

/** A form that a story can be written to as a file. The same story in the same context gives the same bytes. */
export interface ExportFormat {
  readonly mediaType: string
  /** Without the dot. */
  readonly extension: string
}

export interface TextFormat extends ExportFormat {
  /** The file's text, to be written as UTF-8. */
  format(story: Story, context: NinjsContext): string
}

export type TextFormatName = 'txt' | 'md' | 'html' | 'ninjs' | 'ninjs2' | 'rss' | 'captions'

/** The forms that are text, by the names that the command line gives them. */
export const TEXT_FORMATS: Readonly<Record<TextFormatName, TextFormat>> = {
  txt: {
    mediaType: 'text/plain; charset=utf-8',
    extension: 'txt',
    format: (story, { house }) => formatText(story, house),
  },
  md: {
    mediaType: 'text/markdown; charset=utf-8',
    extension: 'md',
    format: (story, { house }) => formatMarkdown(story, house),
  },
  html: {
    mediaType: 'text/html; charset=utf-8',
    extension: 'html',
    format: (story, { house, photoAddress }) =>
      formatHtmlPage(story, house, photoAddress === undefined ? {} : { photoAddress }),
  },
  ninjs: {
    mediaType: 'application/json',
    extension: 'json',
    format: (story, context) => serializeNinjs(formatNinjs(story, context)),
  },
  ninjs2: { mediaType: 'application/json', extension: 'json', format: formatNinjs2 },
  rss: { mediaType: 'application/rss+xml; charset=utf-8', extension: 'xml', format: formatRss },
  captions: {
    mediaType: 'text/plain; charset=utf-8',
    extension: 'txt',
    format: (story, { house, address = null }) => formatCaptions(draftCaptions(story, { house, address })),
  },
}

export type ExportFormatName = TextFormatName | 'docx' | 'pdf'

/** Every form. What makes those that are no text stands with the code for files (`formats/node`). */
export const EXPORT_FORMATS: Readonly<Record<ExportFormatName, ExportFormat>> = {
  ...TEXT_FORMATS,
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
  },
  pdf: { mediaType: 'application/pdf', extension: 'pdf' },
}

/** Whether a form is text. */
export function isTextFormat(name: ExportFormatName): name is TextFormatName {
  return Object.hasOwn(TEXT_FORMATS, name)
}

/** Whether a text names a form that a story can be written to. */
export function isExportFormat(name: string): name is ExportFormatName {
  return Object.hasOwn(EXPORT_FORMATS, name)
}
