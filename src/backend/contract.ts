/**
 * What can go wrong between the slices: a file that cannot be brought in, a story that is not ready to leave, or a page
 * that is not there (`page.not-built` {folder}).
 */
export const BACKEND_ERROR_CODES = [
  'import.file-missing',
  'import.not-a-file',
  'import.not-readable',
  'import.too-large',
  'import.not-text',
  'import.no-text',
  'import.not-ninjs',
  'import.interrupted',
  'desk.nothing-to-approve',
  'desk.blanks-left',
  'desk.slug-taken',
  'desk.not-approved',
  'desk.no-targets',
  'desk.no-such-target',
  'desk.not-published',
  'desk.still-public',
  'desk.still-queued',
  'desk.sample',
  'desk.public-elsewhere',
  'page.not-built',
] as const

export type BackendErrorCode = (typeof BACKEND_ERROR_CODES)[number]
