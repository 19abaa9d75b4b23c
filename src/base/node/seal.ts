import { crc32 } from 'node:zlib'
import { formatJson } from './json-file.ts'

/** `intact`: as it was sealed. `broken`: changed since. `absent`: it never had a seal, or lost it. */
export type SealState = 'intact' | 'broken' | 'absent'

/**
 * A document as the text of its file, with a checksum as its last property `seal`, so that a flipped bit or an edit by
 * hand is noticed. CRC-32 of the indented JSON without it, eight hex digits: it finds accidents, it does not stop
 * forgers. The document has properties; it is turned into text once, for a long one that is what a save costs.
 */
export function formatSealed(document: object): string {
  const text = formatJson(document)
  return `${text.slice(0, text.lastIndexOf('\n}'))},\n  "seal": "${computeSeal(text)}"\n}\n`
}

/** Takes the seal off again and says whether it fitted. Anything but an object is handed on with no seal. */
export function openSeal(value: unknown): { readonly document: unknown; readonly state: SealState } {
  if (typeof value !== 'object' || value === null || !('seal' in value))
    return { document: value, state: 'absent' }
  const { seal, ...document } = value
  return { document, state: seal === computeSeal(formatJson(document)) ? 'intact' : 'broken' }
}

function computeSeal(text: string): string {
  return crc32(text).toString(16).padStart(8, '0')
}
