import { isRedaksiError, type RedaksiError } from '../../../base/errors.ts'
import { isSameJson } from '../../../base/same-json.ts'
import type { BridgeErrorCode } from '../../../bridge/index.ts'
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
  | { readonly kind: 'failed' | 'refused'; readonly error: RedaksiError }

/** Keeps a text that could not be saved where it survives this page: the browser's own store. */
export interface SpareStore {
  keep(id: string, spare: SpareText): Promise<void>
  take(id: string): Promise<SpareText | null>
  drop(id: string): Promise<void>
}

export interface SpareText {
  readonly baseRevision: number
  readonly story: Story
  /** An older text that was sent and never answered for, if there is one: where the disk holds it, it is this page's own. */
  readonly sent?: Story | undefined
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

/** After these nobody knows whether a save was carried out. */
const UNANSWERED: ReadonlySet<string> = new Set<BridgeErrorCode>(['bridge.host-lost', 'bridge.bad-reply'])

/** One open draft and its way to the disk: one save in flight, the newest text always next. */
export class DraftSession {
  readonly #options: DraftSessionOptions
  readonly #listeners = new Set<() => void>()
  #state: SaveState = { kind: 'saved' }
  #revision: number
  #unsaved: { readonly first: number; readonly last: number } | null = null
  #timer: unknown = null
  #flight: Promise<void> | null = null
  /** A text that was sent and never answered for. It may be on the disk, so it goes again, as it was, before a newer one. */
  #unanswered: Story | null = null
  /** The text as it stood when the session was closed: what is written on belongs to another draft. */
  #last: Story | null = null

  /** Opens a session on a draft whose text is saved as it stands. */
  constructor(options: DraftSessionOptions) {
    this.#options = options
    this.#revision = options.revision
  }

  readonly getState = (): SaveState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The text has changed. Costs next to nothing: it is called at every key. */
  readonly noteChange = (): void => {
    const now = this.#options.timers.now()
    this.#unsaved = { first: this.#unsaved?.first ?? now, last: now }
    if (this.#state.kind === 'saved') this.#enter({ kind: 'saving' })
    if (this.#state.kind === 'saving') this.#schedule(getSaveDelay({ ...this.#unsaved, now }))
  }

  /** Tries again what failed: the host is there again. */
  readonly retry = (): void => {
    if (this.#state.kind === 'failed') void this.#fly()
  }

  /** Saves what is unsaved now. Resolves when the text as it stands is saved, or could not be: then the state says why. */
  async saveNow(): Promise<SaveState> {
    await this.#flight
    await this.#fly()
    // One that had to be sent again went first.
    if (this.#unsaved !== null && this.#state.kind === 'saving') await this.#fly()
    return this.#state
  }

  /** The revision that the text is based on. */
  getRevision(): number {
    return this.#revision
  }

  /** The text was replaced by this revision, as it is on the disk. */
  rebase(revision: number): void {
    const { id, spares, timers } = this.#options
    this.#revision = revision
    this.#unsaved = null
    this.#unanswered = null
    timers.stop(this.#timer)
    this.#enter({ kind: 'saved' })
    void keepQuietly(spares.drop(id))
  }

  /** Saves what is unsaved, once: a text that cannot be saved then stays in the spare store. */
  async close(): Promise<void> {
    this.#last = this.#options.getStory()
    await this.saveNow()
    this.#options.timers.stop(this.#timer)
  }

  #enter(next: SaveState): void {
    if (next.kind === this.#state.kind && next.kind !== 'failed') return
    this.#state = next
    for (const listener of this.#listeners) listener()
  }

  #schedule(delay: number): void {
    const { timers } = this.#options
    timers.stop(this.#timer)
    this.#timer = timers.start(() => void this.#fly(), delay)
  }

  #fly(): Promise<void> {
    const { timers } = this.#options
    timers.stop(this.#timer)
    return (this.#flight ??= this.#send().finally(() => {
      this.#flight = null
      if (this.#unsaved !== null && this.#state.kind === 'saving')
        this.#schedule(getSaveDelay({ ...this.#unsaved, now: timers.now() }))
    }))
  }

  async #send(): Promise<void> {
    const unsaved = this.#unsaved
    if (unsaved === null || this.#state.kind === 'refused') return
    const { id, timers, spares, save, onHead } = this.#options
    const story = this.#unanswered ?? this.#getNewest()
    this.#unsaved = null
    const started = timers.now()
    try {
      const head = await save({ id, baseRevision: this.#revision, story, allowEmpty: true })
      this.#revision = head.revision
      onHead(head)
      if (this.#unanswered !== null && !isSameJson(story, this.#getNewest())) this.#unsaved ??= unsaved
      this.#unanswered = null
      // What was typed meanwhile is the newest keystroke, and is not on the disk.
      this.#enter({ kind: this.#hasUnsaved() ? 'saving' : 'saved' })
      await keepQuietly(spares.drop(id))
    } catch (error) {
      this.#unsaved ??= { first: started, last: started }
      if (isRedaksiError(error) && UNANSWERED.has(error.code)) this.#unanswered = story
      await this.#fail(error)
    }
  }

  async #fail(error: unknown): Promise<void> {
    if (!isRedaksiError(error)) throw error
    const isRefused = error.code === 'drafts.conflict'
    this.#enter({ kind: isRefused ? 'refused' : 'failed', error })
    if (!isRefused) this.#schedule(RETRY_AFTER)
    const { id, spares } = this.#options
    const sent = this.#unanswered ?? undefined
    await keepQuietly(spares.keep(id, { baseRevision: this.#revision, story: this.#getNewest(), sent }))
  }

  #getNewest(): Story {
    return this.#last ?? this.#options.getStory()
  }

  #hasUnsaved(): boolean {
    return this.#unsaved !== null
  }
}

/** The spare copy is a second wall: that the first one stands or failed is on the screen already. */
function keepQuietly(kept: Promise<void>): Promise<void> {
  return kept.catch(() => undefined)
}
