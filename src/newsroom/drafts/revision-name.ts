/** The longest name, in UTF-16 units. */
export const LONGEST_REVISION_NAME = 120

/** A name as it is kept: on one line, without blanks at its ends, cut where it is too long; null when nothing is left. */
export function cleanRevisionName(typed: string): string | null {
  const line = typed.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_REVISION_NAME).trimEnd()
  return line === '' ? null : line
}
