/**
 * Whether a value that came over the bridge is at most about `limit` bytes as JSON. It stops as soon as that is
 * exceeded, so a huge value or one that holds itself costs no more than one at the limit. A string counts its UTF-16
 * units, bytes count themselves, everything else a little, so that a million empty lists are not free.
 */
export function isWithin(value: unknown, limit: number): boolean {
  const waiting: unknown[] = [value]
  let size = 0
  while (waiting.length > 0) {
    const next = waiting.pop()
    size += measure(next)
    // A list claims its length before its items are laid out, so that a sparse one cannot fill the memory.
    if (size > limit) return false
    if (typeof next !== 'object' || next === null || ArrayBuffer.isView(next)) continue
    if (Array.isArray(next)) for (const item of next) waiting.push(item)
    else for (const [key, item] of Object.entries(next)) waiting.push(key, item)
  }
  return true
}

const SMALL = 8

function measure(value: unknown): number {
  if (typeof value === 'string') return SMALL + value.length
  if (ArrayBuffer.isView(value)) return SMALL + value.byteLength
  if (Array.isArray(value)) return SMALL + value.length
  return SMALL
}
