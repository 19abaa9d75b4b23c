import { getBlockText, type Story } from '../story/index.ts'

/**
 * Whether saving `next` over `head` would wipe out what was written: the body goes altogether, or everything does.
 * An editor that failed to load a text, or a key pressed by mistake, must not do that without a word.
 */
export function wouldEmpty(head: Story, next: Story): boolean {
  if (hasBody(next)) return false
  return hasBody(head) || (hasText(head.headline) && !hasText(next.headline))
}

function hasBody(story: Story): boolean {
  return story.blocks.some((block) => block.kind === 'photo' || hasText(getBlockText(block)))
}

function hasText(text: string): boolean {
  return /\S/.test(text)
}
