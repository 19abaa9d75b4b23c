import { formatLedeDate, formatLongDate, readDay } from '../story/index.ts'
import type { StaffMember } from './staff.ts'

/**
 * What a blank takes. `date`: a day, in the lede's form `Jumat (17/10)` or the long one, `Jumat, 17 Oktober 2025`.
 * `place`: one of the house's, or any. `person`: somebody's full name. `choice`: one of a few texts. Whatever the kind,
 * a person may write anything else: a rule helps and never refuses.
 */
export type BlankRule =
  | { readonly label: string; readonly kind: 'text' | 'place' | 'person' }
  | { readonly label: string; readonly kind: 'date'; readonly form: 'lede' | 'long' }
  | { readonly label: string; readonly kind: 'choice'; readonly choices: readonly string[] }

/** What is known where a blank is filled. */
export interface BlankFacts {
  readonly staff: readonly StaffMember[]
  readonly places: readonly { readonly place: string }[]
  /** The values that this label was filled with last, newest first. */
  readonly last: readonly string[]
  /** `YYYY-MM-DD`. */
  readonly today: string
}

/** What may be meant, the likeliest first, none twice. */
export function suggestValues(
  rule: BlankRule,
  { staff, places, last, today }: BlankFacts,
): readonly string[] {
  switch (rule.kind) {
    case 'date':
      return NEAR_DAYS.map((away) => formatDay(rule.form, addDays(today, away)))
    case 'place':
      return unique([...last, ...places.map(({ place }) => place)])
    case 'person':
      return unique([...last, ...staff.map(({ name }) => name)])
    case 'choice':
      return rule.choices
    case 'text':
      return unique(last)
  }
}

/**
 * Reads what was typed into a blank: a day in any short form becomes the house's, initials become a name, the beginning
 * of a single choice becomes that choice. Everything else is meant as it stands.
 */
export function readValue(rule: BlankRule, typed: string, { staff, today }: BlankFacts): string {
  if (rule.kind === 'date') {
    const day = readDay(typed.trim(), today)
    return day === null ? typed : formatDay(rule.form, day.date)
  }
  if (rule.kind === 'person') return staff.find(({ initials }) => initials === typed.trim())?.name ?? typed
  if (rule.kind !== 'choice') return typed
  const begins = rule.choices.filter((choice) => choice.toLowerCase().startsWith(typed.trim().toLowerCase()))
  return begins.length === 1 && typed.trim() !== '' ? (begins[0] ?? typed) : typed
}

/** Days from today, in the order in which they are likely meant: news has mostly just happened. */
const NEAR_DAYS = [0, -1, 1, -2, 2, -3, 3]

/** A day, `YYYY-MM-DD`, in the form that a blank asks for. */
export function formatDay(form: 'lede' | 'long', date: string): string {
  return form === 'lede' ? formatLedeDate(date) : formatLongDate(date)
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)]
}
