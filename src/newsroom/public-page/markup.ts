import { escapeAttribute } from '../formats/index.ts'

/** Markup that is safe to send: made by `markup`, or by a rewriter that lets only its own elements through. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Value = string | number | Markup | null | readonly Markup[]

/**
 * Joins markup that stands in our source with values that do not: each value is escaped for text and for a quoted
 * attribute, unless it is markup already. Null is nothing. (It is not called `html`: formatters would lay it out anew.)
 */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  let text = parts[0] ?? ''
  values.forEach((value, i) => {
    text += toMarkup(value) + (parts[i + 1] ?? '')
  })
  return new Markup(text)
}

function toMarkup(value: Value): string {
  if (value === null) return ''
  if (value instanceof Markup) return value.text
  if (typeof value === 'object') return value.map((each) => each.text).join('\n')
  return escapeAttribute(String(value))
}
