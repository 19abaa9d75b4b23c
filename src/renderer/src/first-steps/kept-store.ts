import type { FormStore } from '../settings/form-store.ts'

/**
 * What was typed into a form of the first steps and not kept yet. It is kept by the browser with every key, so that a
 * page in another language, a restart or a pulled plug finds it as it was; it goes when the form is kept.
 */

const PREFIX = 'redaksi.first-steps.'

/** The place of a form, by the name it is kept under. What cannot be read any more is not there. */
export function createKeptStore<Values>(
  name: string,
  parse: (value: unknown) => Values | null,
): FormStore<Values> {
  const key = PREFIX + name
  return {
    get current() {
      const [base, values] = readPair(key).map(parse)
      return base == null || values == null ? null : { base, values }
    },
    set current(unsaved) {
      if (unsaved === null) localStorage.removeItem(key)
      else keepPair(key, [unsaved.base, unsaved.values])
    },
  }
}

function readPair(key: string): readonly unknown[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept : []
  } catch {
    return []
  }
}

/** A browser that keeps nothing lets the form be filled all the same; it is then only on the screen. */
function keepPair(key: string, pair: readonly unknown[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(pair))
  } catch {
    localStorage.removeItem(key)
  }
}
