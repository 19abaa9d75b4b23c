import { getBlockText, type Story } from '../story/index.ts'

/** How many words a story's blocks have: stretches without a blank that hold a letter or a digit. */
export function countWords(story: Story): number {
  let count = 0
  for (const block of story.blocks) {
    for (const [word] of getBlockText(block).matchAll(/\S+/g)) if (/[\p{L}\p{N}]/u.test(word)) count += 1
  }
  return count
}
