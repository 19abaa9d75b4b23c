/**
 * What an inspection of the library's attachments may find. `original-missing`, `original-changed`: the file is not
 * there, or its bytes are not those of its name. `record-damaged`: what is known of it cannot be read. `record-missing`:
 * a file of which nothing is known.
 */
export const ATTACHMENTS_PROBLEM_CODES = [
  'attachments.original-missing',
  'attachments.original-changed',
  'attachments.record-damaged',
  'attachments.record-missing',
] as const

export type AttachmentsProblemCode = (typeof ATTACHMENTS_PROBLEM_CODES)[number]

/** One thing that is not as it should be. `path` is absolute. */
export interface AttachmentsProblem {
  readonly code: AttachmentsProblemCode
  readonly path: string
  readonly detail: null
}
