/**
 * What an inspection of the library's photos may find. `original-missing`, `original-changed`: the file is not there, or
 * its bytes are not those of its name. `record-damaged`: what is known of a photo cannot be read. `record-missing`: an
 * original of which nothing is known. `copy-changed`: an outgoing copy that is not what its name says.
 */
export const PHOTOS_PROBLEM_CODES = [
  'photos.original-missing',
  'photos.original-changed',
  'photos.record-damaged',
  'photos.record-missing',
  'photos.copy-changed',
] as const

export type PhotosProblemCode = (typeof PHOTOS_PROBLEM_CODES)[number]

/** One thing that is not as it should be. `path` is absolute. */
export interface PhotosProblem {
  readonly code: PhotosProblemCode
  readonly path: string
  readonly detail: null
}
