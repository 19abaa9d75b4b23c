/** How many words a text has: stretches without a blank that hold a letter or a digit. */
export function countWords(text: string): number {
  let count = 0
  for (const [word] of text.matchAll(/\S+/g)) if (/[\p{L}\p{N}]/u.test(word)) count += 1
  return count
}

/** How many characters a text has, as Unicode counts them: an emoji beyond U+FFFF is one. */
export function countCharacters(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}
