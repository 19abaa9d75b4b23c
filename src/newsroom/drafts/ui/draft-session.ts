import { isRedaksiError, type ErrorDetails } from '../../../base/errors.ts'
import type { Story } from '../../story/index.ts'
import { getSaveDelay, RETRY_AFTER } from '../autosave.ts'
import type { DraftHead } from '../methods.ts'

/**
 * How the newest keystroke stands. `saved` is said only when it is on the disk. `refused`: someone else saved in
 * between, so that a person must decide; nothing is overwritten meanwhile.
 */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly code: string; readonly details: ErrorDetails }
  | { readonly kind: 'refused' }

/** Keeps a text that could not be saved where it survives this page: the browser's own store. */
export interface SpareStore {
  keep(id: string, spare: SpareText): Promise<void>
  take(id: string): Promise<SpareText | null>
  drop(id: string): Promise<void>
}

export interface SpareText {
  readonly baseRevision: number
  readonly story: Story
}

export interface DraftSessionOptions {
  readonly id: string
  readonly revision: number
  readonly spares: SpareStore
  readonly getStory: () => Story
  readonly save: (request: {
    id: string
    baseRevision: number
    story: Story
    allowEmpty: true
  }) => Promise<DraftHead>
  readonly timers: Timers
  readonly onHead: (head: DraftHead) => void
}

/** Time as the session uses it, so that tests can play it. */
export interface Timers {
  now(): number
  start(task: () => void, delay: number): unknown
  stop(timer: unknown): void
}

/** One open draft and its way to the disk: one save in flight, the newest text always next. */
export interface DraftSession {
  getState(): SaveState
  subscribe(listener: () => void): () => void
  /** The text has changed. Costs next to nothing: it is called at every key. */
  noteChange(): void
  /** Saves what is unsaved now. Resolves when the text as it stands is saved, or could not be. */
  saveNow(): Promise<void>
  /** The revision that the text is based on. */
  getRevision(): number
  /** The text was replaced by this revision, as it is on the disk. */
  rebase(revision: number): void
  /** Tries again what failed: the host is there again. */
  retry(): void
  /** Saves what is unsaved, once: a text that cannot be saved then stays in the spare store. */
  close(): Promise<void>
}

/** Opens a session on a draft whose text is saved as it stands. */
// oxlint-disable-next-line max-lines-per-function -- one state that its few calls share
export function createDraftSession(options: DraftSessionOptions): DraftSession {
  const { id, timers, spares } = options
  const listeners = new Set<() => void>()
  let state: SaveState = { kind: 'saved' }
  let revision = options.revision
  let unsaved: { first: number; last: number } | null = null
  let timer: unknown = null
  let flight: Promise<void> | null = null
  /** The text as it stood when the session was closed: what is written on belongs to another draft. */
  let last: Story | null = null

  function enter(next: SaveState): void {
    if (next.kind === state.kind && next.kind !== 'failed') return
    state = next
    for (const listener of listeners) listener()
  }
  function schedule(delay: number): void {
    timers.stop(timer)
    timer = timers.start(() => void fly(), delay)
  }
  function fly(): Promise<void> {
    timers.stop(timer)
    return (flight ??= send().finally(() => {
      flight = null
      if (unsaved !== null && state.kind === 'saving')
        schedule(getSaveDelay({ ...unsaved, now: timers.now() }))
    }))
  }
  async function send(): Promise<void> {
    if (unsaved === null || state.kind === 'refused') return
    const story = last ?? options.getStory()
    unsaved = null
    const started = timers.now()
    try {
      const head = await options.save({ id, baseRevision: revision, story, allowEmpty: true })
      revision = head.revision
      options.onHead(head)
      // What was typed meanwhile is the newest keystroke, and is not on the disk.
      enter({ kind: hasUnsaved() ? 'saving' : 'saved' })
      await keepQuietly(spares.drop(id))
    } catch (error) {
      unsaved ??= { first: started, last: started }
      await fail(error, story)
    }
  }
  async function fail(error: unknown, story: Story): Promise<void> {
    if (!isRedaksiError(error)) throw error
    const isRefused = error.code === 'drafts.conflict'
    enter(isRefused ? { kind: 'refused' } : { kind: 'failed', code: error.code, details: error.details })
    if (!isRefused) schedule(RETRY_AFTER)
    await keepQuietly(spares.keep(id, { baseRevision: revision, story }))
  }
  const hasUnsaved = () => unsaved !== null
  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    noteChange() {
      const now = timers.now()
      unsaved = { first: unsaved?.first ?? now, last: now }
      if (state.kind === 'refused') return
      if (state.kind === 'saved') enter({ kind: 'saving' })
      if (state.kind === 'saving') schedule(getSaveDelay({ ...unsaved, now }))
    },
    async saveNow() {
      if (flight !== null) await flight
      await fly()
    },
    getRevision: () => revision,
    rebase(head) {
      revision = head
      unsaved = null
      timers.stop(timer)
      enter({ kind: 'saved' })
      void keepQuietly(spares.drop(id))
    },
    retry() {
      if (state.kind === 'failed') void fly()
    },
    async close() {
      last = options.getStory()
      await flight
      if (hasUnsaved()) await fly()
      timers.stop(timer)
    },
  }
}

/** The spare copy is a second wall: that the first one stands or failed is on the screen already. */
function keepQuietly(kept: Promise<void>): Promise<void> {
  return kept.catch(() => undefined)
}
