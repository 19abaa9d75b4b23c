/** The kinds of picture that are taken, as their bytes tell them. */
export const PICTURE_TYPES = ['jpeg', 'png', 'webp', 'avif', 'heic'] as const
export type PictureType = (typeof PICTURE_TYPES)[number]

/** What a file of each kind is called by: the end of its name without the dot, and its media type (IANA). */
export const PICTURE_FORMS: Readonly<
  Record<PictureType, { readonly extension: string; readonly mediaType: string }>
> = {
  jpeg: { extension: 'jpg', mediaType: 'image/jpeg' },
  png: { extension: 'png', mediaType: 'image/png' },
  webp: { extension: 'webp', mediaType: 'image/webp' },
  avif: { extension: 'avif', mediaType: 'image/avif' },
  heic: { extension: 'heic', mediaType: 'image/heic' },
}

/** How many bytes of a file tell its kind. */
const HEAD = 64
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const AVIF_BRANDS = ['avif', 'avis']
const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']

/**
 * The kind of a picture by its first bytes; null for anything else. A name or a media type is never asked: it may say
 * what it likes.
 */
export function detectPictureType(bytes: Uint8Array): PictureType | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (PNG.every((byte, i) => bytes[i] === byte)) return 'png'
  if (readLetters(bytes, 0, 4) === 'RIFF' && readLetters(bytes, 8, 12) === 'WEBP') return 'webp'
  return readLetters(bytes, 4, 8) === 'ftyp' ? readBrands(bytes) : null
}

/** The brands of an ISO base media file (ISO 14496-12, 4.3): the major one, and those it is compatible with. */
function readBrands(bytes: Uint8Array): PictureType | null {
  const size = Math.min(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0), bytes.length, HEAD)
  const brands: string[] = [readLetters(bytes, 8, 12)]
  for (let at = 16; at + 4 <= size; at += 4) brands.push(readLetters(bytes, at, at + 4))
  if (brands.some((brand) => AVIF_BRANDS.includes(brand))) return 'avif'
  return brands.some((brand) => HEIC_BRANDS.includes(brand)) ? 'heic' : null
}

/** Some bytes as the letters of a code; other bytes are letters that no code has. */
export function readLetters(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end))
}
