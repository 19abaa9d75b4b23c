import { UNDO_COMMAND } from 'lexical'
import { useEffect, useState, type KeyboardEvent } from 'react'
import type { Replacement } from '../../replacement.ts'
import { useEditorView } from '../editor-context.ts'
import { handleHistoryKey, travel } from '../history-keys.ts'
import { replaceInStory } from '../lexical/replace-text.ts'
import type { FindStore } from './find-store.ts'
import { readCurrent } from './use-request.ts'

/** Replacing, and how much was replaced last. */
export interface Replacing {
  /** Null again as soon as something else is looked for. */
  readonly replaced: number | null
  replace(plan: readonly Replacement[]): void
  /** Replaces the find that one is at, and goes on to the next behind it. */
  replaceOne(): void
  undo(): void
  /** Undoes what was just replaced, and not what was typed into a field before. */
  handleKey(event: KeyboardEvent<HTMLElement>): void
}

/** Replaces what a store has found. */
export function useReplacing(store: FindStore): Replacing {
  const { core } = useEditorView()
  const [replaced, setReplaced] = useState<number | null>(null)
  const { query, replacement } = store.getState()
  const forget = () => setReplaced(null)
  useEffect(forget, [query, replacement])
  function replace(plan: readonly Replacement[]): void {
    setReplaced(replaceInStory(core, plan))
    const last = plan.at(-1)
    store.refresh(last === undefined ? null : { at: last.at, offset: last.start + last.text.length })
  }
  return {
    replaced,
    replace,
    replaceOne() {
      const find = readCurrent(store)
      if (find !== undefined) replace(store.plan([find]))
    },
    undo() {
      travel(core.editor, UNDO_COMMAND)
      forget()
    },
    handleKey(event) {
      if (replaced !== null && handleHistoryKey(event, core.editor)) forget()
    },
  }
}
