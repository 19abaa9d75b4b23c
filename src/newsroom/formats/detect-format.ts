/** A form that a story can be read from. */
export type ImportFormatName = 'txt' | 'html' | 'md' | 'ninjs'

const BY_EXTENSION: ReadonlyMap<string, ImportFormatName> = new Map([
  ['txt', 'txt'],
  ['text', 'txt'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
  ['md', 'md'],
  ['markdown', 'md'],
  ['json', 'ninjs'],
  ['ninjs', 'ninjs'],
])

/**
 * Says in what form a file is: by its name's extension, else by how its text begins. A text that looks like nothing in
 * particular is plain.
 */
export function detectFormat(fileName: string, text: string): ImportFormatName {
  const extension = /\.([A-Za-z]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  return BY_EXTENSION.get(extension) ?? detectByText(text)
}

function detectByText(text: string): ImportFormatName {
  const start = text.slice(0, 1000).replace(/^[\u{FEFF} \t\r\n]+/u, '')
  if (/^<(!doctype html|!--|\?xml|html|head|body|main|article|div|p|h[1-6])\b/i.test(start)) return 'html'
  if (/^\{\s*"/.test(start)) return 'ninjs'
  return /^(# \S|---\n)/.test(start) ? 'md' : 'txt'
}

/** How a zip begins, and a file that is encrypted or of Word's old form: one of them is taken for a Word file. */
const SIGNATURES = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
] as const

/** Whether bytes are to be read as a Word file, which may still refuse them. */
export function looksLikeDocx(file: Uint8Array): boolean {
  return SIGNATURES.some((signature) => signature.every((byte, i) => file[i] === byte))
}
