/**
 * What can go wrong with a photo.
 *
 * Taking one in: `not-a-photo` (none of the kinds we take), `codec-missing` (a HEIC that this machine cannot decode),
 * `too-many-pixels` {limit} (in millions), `damaged` (cut off, broken, or not what it says), `foreign` (something else
 * stands behind the picture in its file), `not-there` (the bytes have not been handed in),
 * `stopped` {id} (by the person).
 * Later: `not-found` {id}, `original-damaged` {id} (its bytes are not those that its name says), `copy-missing` {sha256}.
 * Before a story leaves: `credit-missing`, `alt-missing`, `consent-missing` {count, first} (`first`: the place in the
 * story of the first such photo, from 1), `unknown-photo` {count, first} (the library has no such photo).
 */
export const PHOTOS_ERROR_CODES = [
  'photos.not-a-photo',
  'photos.codec-missing',
  'photos.too-many-pixels',
  'photos.damaged',
  'photos.foreign',
  'photos.not-there',
  'photos.stopped',
  'photos.not-found',
  'photos.original-damaged',
  'photos.copy-missing',
  'photos.credit-missing',
  'photos.alt-missing',
  'photos.consent-missing',
  'photos.unknown-photo',
] as const

export type PhotosErrorCode = (typeof PHOTOS_ERROR_CODES)[number]
