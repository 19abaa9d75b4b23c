import { crc32 } from 'node:zlib'

/** `intact`: as it was sealed. `broken`: changed since. `absent`: it never had a seal, or lost it. */
export type SealState = 'intact' | 'broken' | 'absent'

/**
 * Adds a checksum to a document, as its last property `seal`, so that a flipped bit or an edit by hand is noticed.
 * CRC-32 of the compact JSON, eight hex digits: it finds accidents, it does not stop forgers.
 */
export function sealDocument<T extends object>(document: T): T & { readonly seal: string } {
  return { ...document, seal: computeSeal(document) }
}

/** Takes the seal off again and says whether it fitted. Anything but an object is handed on with no seal. */
export function openSeal(value: unknown): { readonly document: unknown; readonly state: SealState } {
  if (typeof value !== 'object' || value === null || !('seal' in value))
    return { document: value, state: 'absent' }
  const { seal, ...document } = value
  return { document, state: seal === computeSeal(document) ? 'intact' : 'broken' }
}

function computeSeal(document: object): string {
  return crc32(JSON.stringify(document)).toString(16).padStart(8, '0')
}
