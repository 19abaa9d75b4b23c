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
import { isSlugOf, makeHeadlineSlug } from '../../../house/index.ts'
import type { CreditLine, Dateline } from '../../../story/index.ts'
import {
  creditState,
  datelineState,
  detailsState,
  headlineState,
  pickDetails,
  type StoryDetails,
} from './states.ts'

/**
 * Writes the headline, the dateline, the credit line and the details into the root, where the one history covers them. Keys that
 * follow each other closely in the headline are one step to undo, and so is all that one opening of a form changes.
 */
export interface StoryFields {
  /** With a step, all that is set in it is undone in one, however long it takes. */
  setHeadline(headline: string, step?: object): void
  /** `step` is the opening of the form: what it sets in one step is undone in one. */
  setDateline(dateline: Dateline | null, step: object): void
  setCredit(credit: CreditLine | null, step: object): void
  /** Changes details of the story. Keys that follow each other closely in one of them are one step. */
  setDetails(part: Partial<StoryDetails>): void
  /** The same as `setHeadline` within an update. */
  $putHeadline(headline: string): void
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
  config: safeCast<FieldsConfig>({ now: () => Date.now(), keepsSlug: () => false }),
  build: (editor, config) => createStoryFields(editor, config),
  register: (editor, _config, state) =>
    editor.registerUpdateListener(({ dirtyElements, tags }) => {
      if (dirtyElements.size > 0 && !tags.has(FIELD_TAG)) state.getOutput().endStep()
    }),
})

const FIELD_TAG = 'redaksi-field'

interface FieldsConfig {
  readonly now: () => number
  /** Whether the slug is known to the world, and stays when the headline is changed. */
  readonly keepsSlug: () => boolean
}

function createStoryFields(
  editor: LexicalEditor,
  { now, keepsSlug }: FieldsConfig,
): StoryFields & { endStep(): void } {
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
  const $putHeadline = (headline: string): void => {
    if (keepsSlug()) $setState($getRoot(), headlineState, headline)
    else $setHeadline(headline)
  }
  return {
    $putHeadline,
    setHeadline(headline, step) {
      if (editor.read(() => $getState($getRoot(), headlineState)) === headline) return
      perform(() => $putHeadline(headline), step ?? headlineState, step === undefined ? PAUSE_MS : Infinity)
    },
    setDetails: (part) =>
      perform(
        () => void $setState($getRoot(), detailsState, (before) => pickDetails({ ...before, ...part })),
        DETAIL_STEPS[Object.keys(part)[0] ?? ''] ?? detailsState,
        PAUSE_MS,
      ),
    setDateline: (dateline, step) => set(datelineState, dateline, step, Infinity),
    setCredit: (credit, step) => set(creditState, credit, step, Infinity),
    perform: ($change, step) => perform($change, step, Infinity),
    cancel(step) {
      if (last?.step === step) editor.dispatchCommand(UNDO_COMMAND, undefined)
    },
    endStep: () => void (last = null),
  }
}

/** Each detail is typed on its own. */
const DETAIL_STEPS: Readonly<Record<string, object>> = {
  slug: {},
  excerpt: {},
  tags: {},
  event: {},
  categories: {},
  attachments: {},
}

/** Sets the headline; a slug that was made of the one before is made anew. */
export function $setHeadline(headline: string): void {
  const root = $getRoot()
  const before = $getState(root, headlineState)
  const { slug } = $getState(root, detailsState)
  $setState(root, headlineState, () => headline)
  if (isSlugOf(slug, before))
    $setState(root, detailsState, (details) => ({ ...details, slug: makeHeadlineSlug(headline) }))
}
