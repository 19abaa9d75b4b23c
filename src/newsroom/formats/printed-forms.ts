import type { House } from '../house/index.ts'
import {
  formatCreditLine,
  formatDateline,
  getBlockText,
  type CreditJoin,
  type Story,
} from '../story/index.ts'
import { findLedeIndex } from './placement.ts'

/** What stands between the last block's text and a credit line that closes it. */
const JOIN: Readonly<Record<CreditJoin, string>> = { none: '', space: ' ', line: '\n', block: '' }

/** A story's dateline as its house prints it, or nothing. */
export function printDateline({ dateline }: Story, house: Pick<House, 'dateline'>): string {
  return dateline === null ? '' : formatDateline(dateline, house.dateline.pattern)
}

/** A story's credit line as its house prints it, after what joins it to the text before; or nothing. */
export function printCredit({ credit }: Story, house: Pick<House, 'credit'>): string {
  return credit === null ? '' : JOIN[credit.join] + formatCreditLine(credit, house.credit)
}

/** What a story says in short: its excerpt, else its lede. */
export function getSummary({ excerpt, blocks }: Story): string {
  if (excerpt !== '') return excerpt
  const lede = blocks[findLedeIndex(blocks)]
  return lede === undefined ? '' : getBlockText(lede)
}

/** A text on one line: blanks and line ends are one blank, and none at its ends. */
export function toOneLine(text: string): string {
  return text.replace(/[ \t\n\r]+/g, ' ').replace(/^ | $/g, '')
}
