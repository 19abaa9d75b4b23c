import { getBlockText, type Story } from '../story/index.ts'

/** How many words a story's blocks have: stretches without a blank that hold a letter or a digit. */
export function countWords(story: Story): number {
  let count = 0
  for (const block of story.blocks) {
    for (const word of getBlockText(block).split(/\s+/)) if (isWord(word)) count += 1
  }
  return count
}

function isWord(word: string): boolean {
  // Most words begin with a plain letter, and this is counted for every word of every draft.
  return /^[a-z0-9]/i.test(word) || /[\p{L}\p{N}]/u.test(word)
}
