import type { HouseProblem } from './house-check.ts'
import type { House } from './house.ts'

/** What stands in the form of the house's words. Those that are replaced are parted by semicolons, acronyms by commas. */
export interface WordsValues {
  readonly prefer: readonly { readonly form: string; readonly instead: string }[]
  readonly free: string
}

/** Fills the form from the house. */
export function fillWordsForm({ free, prefer }: House['terms']): WordsValues {
  return {
    prefer: Object.entries(prefer).map(([form, replaced]) => ({ form, instead: replaced.join('; ') })),
    free: free.join(', '),
  }
}

/** Reads the form, and says what it cannot be kept with. A row that is empty is left out. */
export function readWordsForm({ prefer, free }: WordsValues): {
  readonly terms: House['terms']
  readonly problems: readonly HouseProblem[]
} {
  const rows = prefer.map(({ form, instead }) => ({ form: form.trim(), replaced: split(instead, ';') }))
  const filled = rows.filter(({ form, replaced }) => form !== '' || replaced.length > 0)
  return {
    terms: {
      free: split(free, ','),
      prefer: Object.fromEntries(filled.map(({ form, replaced }) => [form, replaced])),
    },
    problems: rows.flatMap((row, i) => findRowProblems(row, rows.slice(0, i), `terms.${i}`)),
  }
}

interface Row {
  readonly form: string
  readonly replaced: readonly string[]
}

function findRowProblems(
  { form, replaced }: Row,
  above: readonly Row[],
  at: string,
): readonly HouseProblem[] {
  if (form === '' && replaced.length === 0) return []
  if (form === '') return [{ at: `${at}.form`, reason: 'empty', words: '' }]
  if (replaced.length === 0) return [{ at: `${at}.instead`, reason: 'empty', words: '' }]
  if (above.some((row) => row.form === form))
    return [{ at: `${at}.form`, reason: 'replaced-twice', words: form }]
  // A word that is replaced by two, or by itself, would never come to rest.
  const twice = replaced.find((word) => word === form || above.some((row) => row.replaced.includes(word)))
  return twice === undefined ? [] : [{ at: `${at}.instead`, reason: 'replaced-twice', words: twice }]
}

function split(text: string, parting: string): readonly string[] {
  const words = text.split(parting).map((word) => word.trim())
  return [...new Set(words.filter((word) => word !== ''))]
}
