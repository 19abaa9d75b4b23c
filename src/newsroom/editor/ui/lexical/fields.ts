import {
  $getRoot,
  $getState,
  $setState,
  defineExtension,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  safeCast,
  SKIP_DOM_SELECTION_TAG,
  UNDO_COMMAND,
  type LexicalEditor,
  type StateConfig,
} from 'lexical'
import type { CreditLine, Dateline } from '../../../story/index.ts'
import { creditState, datelineState, headlineState } from './states.ts'

/**
 * Writes the headline, the dateline and the credit line into the root, where the one history covers them. Keys that
 * follow each other closely in the headline are one step to undo, and so is all that one opening of a form changes.
 */
export interface StoryFields {
  /** With a step, all that is set in it is undone in one, however long it takes. */
  setHeadline(headline: string, step?: object): void
  /** `step` is the opening of the form: what it sets in one step is undone in one. */
  setDateline(dateline: Dateline | null, step: object): void
  setCredit(credit: CreditLine | null, step: object): void
  /** Does any other change in a step. */
  perform($change: () => void, step: object): void
  /** Takes back what a step has set. It can be redone. */
  cancel(step: object): void
}

/** A longer pause in typing starts another step. */
const PAUSE_MS = 600

/** Offers the editor's `StoryFields`. */
export const FieldsExtension = defineExtension({
  name: 'redaksi/fields',
  config: safeCast<{ now: () => number }>({ now: () => Date.now() }),
  build: (editor, { now }) => createStoryFields(editor, now),
  register: (editor, _config, state) =>
    editor.registerUpdateListener(({ dirtyElements, tags }) => {
      if (dirtyElements.size > 0 && !tags.has(FIELD_TAG)) state.getOutput().endStep()
    }),
})

const FIELD_TAG = 'redaksi-field'

function createStoryFields(editor: LexicalEditor, now: () => number): StoryFields & { endStep(): void } {
  let last: { readonly step: object; readonly at: number } | null = null

  function set<Value>(state: StateConfig<string, Value>, value: Value, step: object, pause: number): void {
    if (editor.read(() => $getState($getRoot(), state)) === value) return
    perform(() => void $setState($getRoot(), state, () => value), step, pause)
  }
  function perform($change: () => void, step: object, pause: number): void {
    const goesOn = last !== null && last.step === step && now() - last.at < pause
    last = { step, at: now() }
    const tag = [goesOn ? HISTORY_MERGE_TAG : HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG, FIELD_TAG]
    editor.update($change, { discrete: true, tag })
  }
  return {
    setHeadline: (headline, step) =>
      set(headlineState, headline, step ?? headlineState, step === undefined ? PAUSE_MS : Infinity),
    setDateline: (dateline, step) => set(datelineState, dateline, step, Infinity),
    setCredit: (credit, step) => set(creditState, credit, step, Infinity),
    perform: ($change, step) => perform($change, step, Infinity),
    cancel(step) {
      if (last?.step === step) editor.dispatchCommand(UNDO_COMMAND, undefined)
    },
    endStep: () => void (last = null),
  }
}
