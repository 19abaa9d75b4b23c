/**
 * What can go wrong with an attachment.
 *
 * Taking one in: `not-a-pdf` (nothing that we know), `other-type` {type} (it is a `JPEG`, `DOCX/ZIP` …, whatever it is
 * called), `damaged` (cut off, or something else stands behind it), `too-large` {limit} (in MB), `not-there` (the bytes
 * have not been handed in).
 * Later: `file-missing` {sha256} (its file is gone or is not what its name says).
 * Before a story leaves: `unknown` {count, first} (`first`: the place of the first such attachment, from 1: the library
 * has no such file), `untitled` {count, first}.
 */
export const ATTACHMENTS_ERROR_CODES = [
  'attachments.not-a-pdf',
  'attachments.other-type',
  'attachments.damaged',
  'attachments.too-large',
  'attachments.not-there',
  'attachments.file-missing',
  'attachments.unknown',
  'attachments.untitled',
] as const

export type AttachmentsErrorCode = (typeof ATTACHMENTS_ERROR_CODES)[number]
