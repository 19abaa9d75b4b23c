import { trustInertHtml } from '../trusted.ts'

/** Reads the clipboard's HTML into a document of its own, to be read and thrown away. */
export function parseInert(html: string): Document {
  return new DOMParser().parseFromString(trustInertHtml(html), 'text/html')
}
