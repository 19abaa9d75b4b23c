import { getBlockText, type Story } from '../story/index.ts'

/**
 * How many words a story's blocks have: stretches without a blank that hold a letter or a digit. It is counted for every
 * draft of a library, so it walks the text once, and asks for Unicode's opinion only beyond ASCII.
 */
export function countWords(story: Story): number {
  return story.blocks.reduce((sum, block) => sum + countIn(getBlockText(block)), 0)
}

function countIn(text: string): number {
  let count = 0
  let isCounted = false
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (isBlank(code, text, i)) isCounted = false
    else if (!isCounted && isWordly(code, text, i)) {
      isCounted = true
      count += 1
    }
  }
  return count
}

function isBlank(code: number, text: string, at: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13)
  return /\s/.test(text.charAt(at))
}

function isWordly(code: number, text: string, at: number): boolean {
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
  return /^[\p{L}\p{N}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? code))
}
