/** A PDF of the library: the file as it came, untouched, and what is known of it. */
export interface AttachmentRecord {
  readonly schema: 1
  /** SHA-256 of the file's bytes, 64 lower-case hex digits. */
  readonly id: string
  /** What the file was called when it came. */
  readonly name: string
  /** The size of the file. */
  readonly bytes: number
  /** It opens with a password, or forbids something to who has none. */
  readonly isEncrypted: boolean
  /** It brings programs along, which some readers run when it is opened. */
  readonly hasScript: boolean
  readonly addedAt: string
}

/** The largest file that is taken, in bytes: it has to leave on an office's line, and to be opened on a phone. */
export const LARGEST_ATTACHMENT = 20 * 1024 * 1024

/** As it is said to people: what `LARGEST_ATTACHMENT` is, in MB. */
export const LARGEST_MEGABYTES = 20

/** What readers see of a file until somebody says otherwise: its name, without its end and with blanks between words. */
export function makeLabel(fileName: string): string {
  const words = fileName
    .replace(/\.pdf$/i, '')
    .replace(/[_\s]+/g, ' ')
    .trim()
  return words === '' ? 'PDF' : words
}
