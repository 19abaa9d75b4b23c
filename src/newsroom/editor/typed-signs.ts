import type { Typography } from '../house/index.ts'
import type { TextChange } from './replacement.ts'

/** The word that is being typed, when it is an address: its signs stay as they are. */
const ADDRESS = /(?:[a-z][a-z0-9+.-]*:\/\/|www\.|@|mailto:)\S*$/i
/** What an opening mark stands behind. */
const BEFORE_OPENING = /[\s\u00a0([{<\-–—/“‘"']$/

/**
 * The house's sign for the one that was just typed, the last of `before`; null when it stays as it is. A mark behind a
 * number is no quotation mark while none is open: 17" is a size.
 */
export function improveTyped(
  before: string,
  { quotes, double, single, dashes }: Typography,
): TextChange | null {
  const typed = before.at(-1)
  const rest = before.slice(0, -1)
  if (ADDRESS.test(before)) return null
  const put = (text: string, length = 1): TextChange => ({
    start: before.length - length,
    end: before.length,
    text,
  })
  if (typed === '-') return dashes && /(?:^|[^-–])-$/.test(rest) ? put('–', 2) : null
  if (quotes === 'straight' || (typed !== '"' && typed !== "'")) return null
  const [opening = '', closing = ''] = typed === '"' ? double : single
  if (rest === '' || BEFORE_OPENING.test(rest)) return put(opening)
  const isOpen = rest.lastIndexOf(opening) > rest.lastIndexOf(closing)
  return typed === '"' && /\d$/.test(rest) && !isOpen ? null : put(closing)
}
