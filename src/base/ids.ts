/** Fills random bytes: `crypto.getRandomValues` in every host, a counter in tests. */
export type RandomBytes = (count: number) => Uint8Array

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz'
/** The largest multiple of 36 below 256: bytes at or above it are drawn again, so that every letter is equally likely. */
const FAIR = 252

/** A random word of `length` letters of 0-9a-z. */
export function createRandomWord(length: number, random: RandomBytes): string {
  let word = ''
  while (word.length < length) {
    for (const byte of random(length - word.length)) {
      if (byte < FAIR) word += ALPHABET.charAt(byte % ALPHABET.length)
    }
  }
  return word
}

/** A random UUID (RFC 9562, version 4), in lower case. */
export function createUuid(random: RandomBytes): string {
  const bytes = Uint8Array.from(random(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
