import type { Run } from '../story/index.ts'
import type { FormatReport } from './contract.ts'

/** Who changed something in Word, and when, as the file says: names are free text, times local (`2025-11-13T09:00:00Z`). */
export interface DocxChange {
  readonly kind: 'insert' | 'delete'
  readonly author: string
  readonly date: string | null
}

/** A stretch of text with the same marks and the same change, or none. */
export interface DocxSegment {
  readonly run: Run
  readonly change: DocxChange | null
}

/** A bookmark that begins in a paragraph: after so many segments of it. */
export interface DocxBookmark {
  readonly name: string
  readonly segment: number
}

export interface DocxParagraph {
  readonly role: 'title' | 'heading' | 'quote' | 'caption' | 'text'
  readonly list: { readonly ordered: boolean } | null
  /** A picture in it that a library of ours has: SHA-256 of the original, and the alt text. */
  readonly photo: { readonly photo: string; readonly alt: string } | null
  readonly segments: readonly DocxSegment[]
  readonly bookmarks: readonly DocxBookmark[]
  /** The change of its end, by which paragraphs are split and joined. */
  readonly mark: DocxChange | null
}

/** The text of a Word file, as it was read: every change is still told apart. */
export interface DocxText {
  readonly paragraphs: readonly DocxParagraph[]
  /** Properties of the file by their names. */
  readonly properties: ReadonlyMap<string, string>
  readonly losses: ReadonlySet<FormatReport>
}
