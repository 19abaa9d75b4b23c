import { useState } from 'react'
import { isSameJson } from '../../../base/same-json.ts'

/**
 * What was typed into a form of the settings and not kept yet. It outlives the form: whoever looks at another section, or
 * at a story, finds it as it was; a page that is closed with it asks first.
 */

interface Unsaved<Values> {
  /** What the form was filled with when the first change was made. */
  readonly base: Values
  readonly values: Values
}

/** One form's place for what is not kept yet. */
export interface FormStore<Values> {
  current: Unsaved<Values> | null
}

const changed = new Set<object>()

/** Makes the place of a form, once for the whole page. */
export function createFormStore<Values>(): FormStore<Values> {
  let unsaved: Unsaved<Values> | null = null
  const store: FormStore<Values> = {
    get current() {
      return unsaved
    },
    set current(now) {
      unsaved = now
      if (now === null) changed.delete(store)
      else changed.add(store)
      if (changed.size === 0) window.removeEventListener('beforeunload', askFirst)
      else window.addEventListener('beforeunload', askFirst)
    },
  }
  return store
}

function askFirst(event: BeforeUnloadEvent): void {
  event.preventDefault()
}

/** A form as its section shows it. */
export interface Form<Values> {
  readonly values: Values
  /** What the change is made from. */
  readonly base: Values
  readonly isChanged: boolean
  /** What is stored is no longer what the change is made from. */
  readonly isOutdated: boolean
  readonly change: (part: Partial<Values>) => void
  /** Goes back to what is stored: it was kept, or is given up. */
  readonly reset: () => void
  /** Goes on with what was typed, from what is stored now. */
  readonly rebase: () => void
}

/** Fills a form with what is stored, or with what was typed into it before. */
export function useForm<Values extends object>(store: FormStore<Values>, stored: Values): Form<Values> {
  const [unsaved, setUnsaved] = useState(store.current)
  const keep = (next: Unsaved<Values> | null) => {
    store.current = next
    setUnsaved(next)
  }
  const { base, values } = unsaved ?? { base: stored, values: stored }
  return {
    values,
    base,
    isChanged: unsaved !== null,
    isOutdated: unsaved !== null && !isSameJson(unsaved.base, stored),
    change(part) {
      const next = { ...values, ...part }
      keep(isSameJson(next, base) ? null : { base, values: next })
    },
    reset: () => keep(null),
    rebase: () => keep(isSameJson(values, stored) ? null : { base: stored, values }),
  }
}
