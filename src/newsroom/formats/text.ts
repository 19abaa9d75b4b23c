import type { House } from '../house/index.ts'
import {
  formatCreditLine,
  formatDateline,
  getBlockText,
  type CreditJoin,
  type Story,
} from '../story/index.ts'

const JOIN: Record<Exclude<CreditJoin, 'block'>, string> = { none: '', space: ' ', line: '\n' }

/**
 * Plain text: headline, blank line, blocks parted by blank lines; the dateline opens the first block, the credit line
 * closes the last or stands alone, as it was. Nothing is trimmed and there is no final newline, so that a story
 * imported from this form (UTF-8, LF) gives its bytes back.
 */
export function formatText(story: Story, house: Pick<House, 'dateline' | 'credit'>): string {
  return [story.headline, ...formatBody(story, house)].join('\n\n')
}

function formatBody(story: Story, house: Pick<House, 'dateline' | 'credit'>): readonly string[] {
  const texts = story.blocks.map(getBlockText)
  if (story.dateline !== null)
    texts[0] = formatDateline(story.dateline, house.dateline.pattern) + (texts[0] ?? '')
  if (story.credit === null) return texts
  const credit = formatCreditLine(story.credit, house.credit)
  if (story.credit.join === 'block') return [...texts, credit]
  const last = Math.max(0, texts.length - 1)
  texts[last] = (texts[last] ?? '') + JOIN[story.credit.join] + credit
  return texts
}
