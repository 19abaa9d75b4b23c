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
