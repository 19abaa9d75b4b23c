import { fromBufferPromise, type Entry } from 'yauzl'
import { RedaksiError } from '../../../base/errors.ts'
import type { FormatsErrorCode } from '../contract.ts'

/**
 * What an Office file may be at most. Sizes in bytes; a ratio is of what a part unpacks to and what it is packed in, and
 * counts beyond `ratioFrom`.
 */
export const PACKAGE_LIMITS = {
  file: 32 * 1024 * 1024,
  entries: 2000,
  part: 24 * 1024 * 1024,
  all: 64 * 1024 * 1024,
  ratio: 100,
  ratioFrom: 1024 * 1024,
} as const

/** Parts that are programs: a file with one is refused whole. */
const PROGRAM = /(^|\/)(vbaProject\.bin|vbaData\.xml|activeX\/)/i
/** How an Office file begins that is encrypted or of the old kind: it is no zip at all (MS-CFB). */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/**
 * Unpacks the wanted parts of an Office file into memory, by their names, each counted while it is unpacked. Nothing is
 * written by the name of an entry. Fails with `formats.not-docx`, `formats.locked` (encrypted, or Word's old form),
 * `formats.has-macros` or `formats.too-large`.
 */
export async function openPackage(
  file: Uint8Array,
  isWanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, Uint8Array>> {
  refuseOver(file.length, PACKAGE_LIMITS.file)
  if (COMPOUND.every((byte, i) => file[i] === byte))
    throw new RedaksiError<FormatsErrorCode>('formats.locked')
  try {
    return await unpack(file, isWanted)
  } catch (cause) {
    if (cause instanceof RedaksiError) throw cause
    throw new RedaksiError<FormatsErrorCode>('formats.not-docx', {}, cause)
  }
}

async function unpack(
  file: Uint8Array,
  isWanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const zip = await fromBufferPromise(Buffer.from(file.buffer, file.byteOffset, file.byteLength), {
    lazyEntries: true,
  })
  refuseOver(zip.entryCount, PACKAGE_LIMITS.entries)
  const parts = new Map<string, Uint8Array>()
  let total = 0
  for await (const entry of zip.eachEntry()) {
    const { fileName: name } = entry
    if (PROGRAM.test(name)) throw new RedaksiError<FormatsErrorCode>('formats.has-macros')
    if (!isWanted(name)) continue
    if (entry.isEncrypted()) throw new RedaksiError<FormatsErrorCode>('formats.locked')
    // Two parts of one name: programs differ in which one they show.
    if (parts.has(name)) throw new RedaksiError<FormatsErrorCode>('formats.not-docx')
    refuseBomb(entry)
    total += entry.uncompressedSize
    refuseOver(total, PACKAGE_LIMITS.all)
    parts.set(name, await readEntry(await zip.openReadStreamPromise(entry), entry))
  }
  return parts
}

/** The reader fails when a part unpacks to more than it says; what it says is looked at first. */
function refuseBomb({ uncompressedSize, compressedSize }: Entry): void {
  refuseOver(uncompressedSize, PACKAGE_LIMITS.part)
  if (uncompressedSize > PACKAGE_LIMITS.ratioFrom) {
    refuseOver(uncompressedSize / Math.max(1, compressedSize), PACKAGE_LIMITS.ratio)
  }
}

async function readEntry(
  stream: AsyncIterable<Uint8Array>,
  { uncompressedSize }: Entry,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(uncompressedSize)
  let at = 0
  for await (const chunk of stream) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes.subarray(0, at)
}

function refuseOver(value: number, limit: number): void {
  if (value > limit) throw new RedaksiError<FormatsErrorCode>('formats.too-large', { limit })
}
