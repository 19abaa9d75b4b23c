import { promisify } from 'node:util'
import { inflate } from 'node:zlib'

/** What a PDF may do to who opens it. It is no reason to refuse it: the person is told. */
export interface PdfContents {
  readonly isEncrypted: boolean
  readonly hasScript: boolean
}

/** Names that make a file encrypted (ISO 32000-1, 7.5.5) and those that run something (12.6.4.16 and 12.6.4.5). */
const ENCRYPTED = /\/Encrypt(?![A-Za-z])/
const SCRIPT = /\/(?:JavaScript|JS|Launch)(?![A-Za-z])/
/** Packed objects: a name may hide there (7.5.7). */
const PACKED = /\/ObjStm(?![A-Za-z])/g
/** Looked through in pieces, so that nobody's save waits for a large file. In bytes; a name fits the overlap. */
const PIECE = 512 * 1024
const OVERLAP = 256
/** Packed objects that unpack to more are not looked into: no real file has such. In bytes. */
const LARGEST_UNPACKED = 4 * 1024 * 1024
/** How many packed objects are looked into. */
const MOST_PACKED = 2_000

const inflateBytes = promisify(inflate)

/** Looks through a PDF for what it may do. What is encrypted cannot be read: then `hasScript` says what stands outside. */
export async function readPdfContents(bytes: Uint8Array): Promise<PdfContents> {
  let isEncrypted = false
  let hasScript = false
  const packed: number[] = []
  for (let at = 0; at < bytes.length; at += PIECE) {
    const text = decodeNames(toText(bytes, at, at + PIECE + OVERLAP))
    isEncrypted ||= ENCRYPTED.test(text)
    hasScript ||= SCRIPT.test(text)
    if (packed.length < MOST_PACKED && text.includes('/ObjStm')) packed.push(...findPacked(bytes, at))
    await new Promise((resolve) => setImmediate(resolve))
  }
  for (const at of new Set(packed)) {
    if (hasScript) break
    hasScript = SCRIPT.test(await unpack(bytes, at))
  }
  return { isEncrypted, hasScript }
}

/** Where the bytes of packed objects begin whose dictionaries stand in a piece. */
function findPacked(bytes: Uint8Array, from: number): readonly number[] {
  const text = toText(bytes, from, from + PIECE + OVERLAP)
  return [...text.matchAll(PACKED)].flatMap(({ index }) => {
    const after = toText(bytes, from + index, from + index + 1_000)
    const stream = /stream\r?\n/.exec(after)
    return stream === null ? [] : [from + index + stream.index + stream[0].length]
  })
}

/** The names of packed objects; nothing when they are packed otherwise, encrypted, or too many. */
async function unpack(bytes: Uint8Array, at: number): Promise<string> {
  try {
    const options = { maxOutputLength: LARGEST_UNPACKED, finishFlush: 2 }
    const unpacked = await inflateBytes(bytes.subarray(at, at + LARGEST_UNPACKED), options)
    return decodeNames(unpacked.toString('latin1'))
  } catch {
    // What no reader of ours can unpack, it cannot speak of; the file itself is taken as it is.
    return ''
  }
}

function toText(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
    'latin1',
    from,
    Math.min(to, bytes.length),
  )
}

/** A name may be written in hexadecimal, `/J#61vaScript` (7.3.5). */
function decodeNames(text: string): string {
  return text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
