import { detectPictureType, readLetters } from './picture-type.ts'

/** How far from its end a PDF may say that it ends, in bytes: what common readers allow (ISO 32000-1, annex H, note 18). */
const END_REACH = 1024

/** Whether a file is a PDF by its bytes: `damaged` when it begins as one and does not end as one. */
export function detectPdf(bytes: Uint8Array): 'pdf' | 'damaged' | null {
  if (readLetters(bytes, 0, 5) !== '%PDF-') return null
  const end = readLetters(bytes, Math.max(0, bytes.length - END_REACH), bytes.length)
  return /startxref\s+\d+\s+%%EOF/.test(end) ? 'pdf' : 'damaged'
}

const KINDS: readonly (readonly [name: string, start: string])[] = [
  ['DOCX/ZIP', 'PK\u0003\u0004'],
  ['DOC/XLS', '\u00d0\u00cf\u0011\u00e0'],
  ['EXE', 'MZ'],
  ['ELF', '\u007fELF'],
  ['RTF', '{\\rtf'],
  ['GIF', 'GIF8'],
]

/** What another file is, by its first bytes and in a word that people know from its name; null for what we do not know. */
export function nameOtherType(bytes: Uint8Array): string | null {
  const picture = detectPictureType(bytes)
  if (picture !== null) return picture.toUpperCase()
  const start = readLetters(bytes, 0, 256)
  const known = KINDS.find(([, letters]) => start.startsWith(letters))
  if (known !== undefined) return known[0]
  return /^[\s\u00bb\u00bf\u00ef]*<(?:!doctype html|html|script|svg|\?xml)/i.test(start) ? 'HTML' : null
}
