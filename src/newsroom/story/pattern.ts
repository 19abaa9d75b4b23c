/**
 * Cuts a pattern at its placeholders: `({writers}/{editors})` with `{writers}`, `{editors}` gives `(`, `/`, `)`.
 * Returns one text more than there are placeholders. A pattern that lacks one of them throws a RangeError: the house
 * profile is checked for that when it is read.
 */
export function splitPattern(pattern: string, placeholders: readonly string[]): readonly string[] {
  const literals: string[] = []
  let rest = pattern
  for (const placeholder of placeholders) {
    const at = rest.indexOf(placeholder)
    if (at < 0) throw new RangeError(`the pattern ${pattern} lacks ${placeholder}`)
    literals.push(rest.slice(0, at))
    rest = rest.slice(at + placeholder.length)
  }
  return [...literals, rest]
}

/** The four characters that part words and paragraphs. A no-break space is text: `trim()` and `\s` would eat it. */
const BLANKS = ' \t\r\n'

/** Whether a text begins or ends with a blank. */
export function hasOuterBlank(text: string): boolean {
  return BLANKS.includes(text.charAt(0)) || BLANKS.includes(text.charAt(text.length - 1))
}

/** A text without the blanks at its end; no-break spaces stay. */
export function dropTrailingBlanks(text: string): string {
  let end = text.length
  while (end > 0 && BLANKS.includes(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}
