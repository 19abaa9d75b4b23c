import type { House } from '../house/index.ts'
import { getBlockText, type Story } from '../story/index.ts'
import { findClosingIndex, findLedeIndex } from './placement.ts'
import { printCredit, printDateline } from './printed-forms.ts'

/**
 * Plain text: headline, blank line, blocks parted by blank lines; the dateline opens the first block, the credit line
 * closes the last or stands alone, as it was. Of a photo its caption stands there, and nothing without one. Nothing is
 * trimmed and there is no final newline, so that a story imported from this form (UTF-8, LF) gives its bytes back.
 */
export function formatText(story: Story, house: Pick<House, 'dateline' | 'credit'>): string {
  return [story.headline, ...formatBlocks(story, house)].join('\n\n')
}

/** The same without the headline, for whoever has a place of its own for that. */
export function formatTextBody(story: Story, house: Pick<House, 'dateline' | 'credit'>): string {
  return formatBlocks(story, house).join('\n\n')
}

function formatBlocks(story: Story, house: Pick<House, 'dateline' | 'credit'>): readonly string[] {
  const texts = story.blocks.map(getBlockText)
  if (story.dateline !== null) {
    const first = Math.max(0, findLedeIndex(story.blocks))
    texts[first] = printDateline(story, house) + (texts[first] ?? '')
  }
  const isShown = (text: string, i: number) => text !== '' || story.blocks[i]?.kind !== 'photo'
  if (story.credit === null) return texts.filter(isShown)
  const credit = printCredit(story, house)
  if (story.credit.join === 'block') return [...texts.filter(isShown), credit]
  const closing = findClosingIndex(story.blocks)
  const last = closing < 0 ? Math.max(0, texts.length - 1) : closing
  texts[last] = (texts[last] ?? '') + credit
  return texts.filter(isShown)
}
