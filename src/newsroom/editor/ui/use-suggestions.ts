import { useId, useMemo, useState, type KeyboardEvent } from 'react'
import { useEditorView } from './editor-context.ts'

/** The blank that the caret is at, wherever it stands. */
export interface BlankAtCaret {
  readonly label: string
  /** What has been typed into it; null for nothing yet. */
  readonly typed: string | null
}

/** The suggestions for the blank that the caret is at. The field keeps the focus; its keys move through them. */
export interface Suggestions {
  readonly options: readonly string[]
  /** The index of the option that Enter and Tab take; -1 for none. */
  readonly active: number
  /** The list's own id; its options are named `id-0` and on. */
  readonly id: string
  /** What the field says of the list to those who do not see it. */
  readonly fieldProps: {
    readonly 'aria-controls': string | undefined
    readonly 'aria-activedescendant': string | undefined
  }
  /** The chosen value, or null while none is. */
  readonly chosen: string | null
  /** Answers a key that moves in the list or closes it. Whether it did. */
  handleKey(event: Pick<KeyboardEvent, 'key' | 'preventDefault'>): boolean
}

/** Follows a blank. Another blank, or another key typed, starts the list anew. */
export function useSuggestions(current: BlankAtCaret | null): Suggestions {
  const { guide, isReadOnly } = useEditorView()
  const id = useId()
  const [state, setState] = useState({ at: '', active: -1, isClosed: false })
  const at =
    current === null ? '' : `${current.typed === null ? 'whole' : 'typed'} ${current.label} ${current.typed}`
  const { active, isClosed } = state.at === at ? state : { active: -1, isClosed: false }
  const options = useMemo(
    () => (current === null || isReadOnly || isClosed ? [] : guide.suggest(current.label, current.typed)),
    // The blank itself is another object each time.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [at, guide, isReadOnly, isClosed],
  )
  const isOpen = options.length > 0
  return {
    options,
    active,
    id,
    fieldProps: {
      'aria-controls': isOpen ? id : undefined,
      'aria-activedescendant': isOpen && active >= 0 ? `${id}-${active}` : undefined,
    },
    chosen: options[active] ?? null,
    handleKey(event) {
      const next = isOpen ? move(event.key, active, options.length) : null
      if (next === null) return false
      event.preventDefault()
      setState({ at, active: next, isClosed: event.key === 'Escape' })
      return true
    },
  }
}

function move(key: string, active: number, count: number): number | null {
  if (key === 'ArrowDown') return (active + 1) % count
  if (key === 'ArrowUp') return active <= 0 ? count - 1 : active - 1
  return key === 'Escape' ? -1 : null
}
