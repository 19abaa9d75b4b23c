import type { BlankRule } from './blank-rule.ts'

/** A story to start from. `{{label}}` in its texts is a blank to fill; the headline is a pattern in the same way. */
export interface Template {
  readonly id: string
  readonly name: string
  readonly headline: string
  /** One paragraph each. */
  readonly blocks: readonly string[]
  /** What its blanks take. A blank that has none here takes any text. */
  readonly blanks?: readonly BlankRule[] | undefined
  readonly tags?: readonly string[] | undefined
  /**
   * Its stories are a series, a weekly study say. Its paragraphs without a blank are boilerplate: each edition takes
   * them as the edition before it left them, and so with its tags and credit line.
   */
  readonly series?: true | undefined
}

/** What a blank takes: by the template that its story was started from, else by any other that has a rule for it. */
export function findRule(
  templates: readonly Template[],
  template: string | undefined,
  label: string,
): BlankRule {
  const own = templates.filter((each) => each.id === template)
  const rules = [...own, ...templates].flatMap(({ blanks = [] }) => blanks)
  return rules.find((rule) => rule.label === label) ?? { label, kind: 'text' }
}
