import { crc32 } from 'node:zlib'
import { encodeJson } from './json-file.ts'

/** `intact`: as it was sealed. `broken`: changed since. `absent`: it never had a seal, or lost it. */
export type SealState = 'intact' | 'broken' | 'absent'

/**
 * A document as the bytes of its file, with a checksum as its last property `seal`, so that a flipped bit or an edit by
 * hand is noticed. CRC-32 of the indented JSON without it, eight hex digits: it finds accidents, it does not stop
 * forgers. The document has properties; it is turned into bytes once, for a long one that is what a save costs.
 */
export function encodeSealed(document: object): Uint8Array {
  return sealBytes(encodeJson(document))
}

/** The same, of a document that is bytes already, as `encodeJson` makes them. */
export function sealBytes(bytes: Uint8Array): Uint8Array {
  const seal = new TextEncoder().encode(`,\n  "seal": "${computeSeal(bytes)}"${END}`)
  return Buffer.concat([bytes.subarray(0, bytes.length - END.length), seal])
}

/** Takes the seal off again and says whether it fitted. Anything but an object is handed on with no seal. */
export function openSeal(value: unknown): { readonly document: unknown; readonly state: SealState } {
  if (typeof value !== 'object' || value === null || !('seal' in value))
    return { document: value, state: 'absent' }
  const { seal, ...document } = value
  return { document, state: seal === computeSeal(encodeJson(document)) ? 'intact' : 'broken' }
}

/** How an indented document ends. */
const END = '\n}\n'

function computeSeal(bytes: Uint8Array): string {
  return crc32(bytes).toString(16).padStart(8, '0')
}
