import type { RedaksiError } from '../../../base/errors.ts'
import type { HandoverView } from '../../../newsroom/handover/index.ts'

/** What is being done with a hand-over file on this page; one thing at a time. */
export type HandoverState =
  | { readonly kind: 'nothing' }
  /** A story is about to be handed over. */
  | { readonly kind: 'offered'; readonly id: string; readonly headline: string }
  | {
      readonly kind: 'working'
      readonly what: 'write' | 'look'
      /** The word by which the services know the task. */
      readonly task: string
      readonly done: number
      readonly total: number
    }
  | { readonly kind: 'asked'; readonly view: HandoverView; readonly isBusy: boolean }
  | { readonly kind: 'refused'; readonly error: RedaksiError }

const listeners = new Set<() => void>()
let state: HandoverState = { kind: 'nothing' }

/** Hears of each change; call what it returns to stop. */
export function subscribeHandover(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function getHandover(): HandoverState {
  return state
}

/** Says what is being done now. */
export function setHandover(next: HandoverState): void {
  state = next
  for (const listener of listeners) listener()
}

/** Whether a task is still wanted: it was not stopped, and nothing else came in its place. */
export function isWanted(task: string): boolean {
  return state.kind === 'working' && state.task === task
}

/** Says how far a task is, unless it is no longer wanted. */
export function noteProgress(task: string, done: number, total: number): void {
  if (state.kind === 'working' && state.task === task) setHandover({ ...state, done, total })
}
