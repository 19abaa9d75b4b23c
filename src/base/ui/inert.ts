import { trustInertHtml } from './trusted.ts'

/** Reads HTML into a document of its own, to be taken from. */
export function parseInert(html: string): Document {
  return new DOMParser().parseFromString(trustInertHtml(html), 'text/html')
}

/** Opens an empty page in a frame, one that follows the standards as any page with a doctype does. */
export function openEmptyPage(frame: HTMLIFrameElement): void {
  frame.srcdoc = trustInertHtml('<!doctype html><html lang="id"><head></head><body></body></html>')
}
