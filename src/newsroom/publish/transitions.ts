import { assertNever } from '../../base/errors.ts'
import { SECRETLESS_CODES } from './contract.ts'
import type { Entry, EntryState, Problem } from './entry.ts'

/**
 * What can happen to an entry. `send` says whether the target was asked first: after a write has left once, no other
 * may leave without it. `dueAt` is the instant (ISO) before which it is not tried again.
 */
export type EntryEvent =
  | { readonly kind: 'send'; readonly lookedUp: boolean }
  | { readonly kind: 'not-sent'; readonly problem: Problem }
  | { readonly kind: 'lost'; readonly problem: Problem; readonly dueAt: string | null }
  | { readonly kind: 'busy'; readonly problem: Problem; readonly dueAt: string }
  | { readonly kind: 'look-up-failed'; readonly problem: Problem; readonly dueAt: string | null }
  | { readonly kind: 'unauthorised'; readonly problem: Problem }
  | { readonly kind: 'park'; readonly problem: Problem; readonly seen: Entry['seen'] }
  | { readonly kind: 'done' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'retry' }

const FROM: Readonly<Record<EntryEvent['kind'], readonly EntryState[]>> = {
  send: ['queued', 'unknown'],
  'not-sent': ['sending'],
  lost: ['sending'],
  busy: ['sending'],
  'look-up-failed': ['queued', 'unknown'],
  unauthorised: ['queued', 'sending', 'unknown'],
  park: ['queued', 'sending', 'unknown', 'paused'],
  done: ['queued', 'sending', 'unknown'],
  resume: ['paused', 'unknown'],
  retry: ['queued', 'unknown', 'parked', 'paused'],
}

/**
 * The entry after an event. The states are closed: an event that cannot happen in a state is a bug and throws, and so
 * does a second send that nobody looked up. An unknown outcome stays unknown until the target has told or a person
 * has decided.
 */
export function advanceEntry(entry: Entry, event: EntryEvent): Entry {
  if (!FROM[event.kind].includes(entry.state))
    throw new Error(`${event.kind} cannot happen to a ${entry.state} entry`)
  const { attempts, failures } = entry
  switch (event.kind) {
    case 'send':
      if (attempts > 0 && !event.lookedUp) throw new Error('sent again without asking what the target holds')
      return { ...entry, state: 'sending', attempts: attempts + 1, dueAt: null }
    case 'not-sent':
      return { ...entry, state: 'queued', attempts: attempts - 1, problem: event.problem }
    case 'lost':
      return {
        ...entry,
        state: 'unknown',
        failures: failures + 1,
        problem: event.problem,
        dueAt: event.dueAt,
      }
    case 'busy':
      return { ...entry, state: 'queued', failures: failures + 1, problem: event.problem, dueAt: event.dueAt }
    case 'look-up-failed':
      return {
        ...entry,
        failures: failures + (event.dueAt === null ? 0 : 1),
        problem: event.problem,
        dueAt: event.dueAt,
      }
    case 'unauthorised':
      return {
        ...entry,
        state: entry.state === 'unknown' ? 'unknown' : 'paused',
        problem: event.problem,
        dueAt: null,
      }
    case 'park':
      return {
        ...entry,
        state: 'parked',
        problem: event.problem,
        dueAt: null,
        seen: event.seen ?? entry.seen,
      }
    case 'done':
      return { ...entry, state: 'done', problem: null, dueAt: null }
    case 'resume':
    case 'retry':
      return { ...entry, state: getWaitingState(entry), failures: 0, problem: null, dueAt: null }
    default:
      return assertNever(event)
  }
}

/** Whether an entry tells that its target refuses our credentials: while one does, the target is paused. */
export function isPausing(entry: Entry): boolean {
  return (
    entry.state === 'paused' || (entry.state === 'unknown' && PAUSING.includes(entry.problem?.code ?? ''))
  )
}

const PAUSING: readonly string[] = ['publish.unauthorised', ...SECRETLESS_CODES]

function getWaitingState(entry: Entry): EntryState {
  return entry.state === 'unknown' ? 'unknown' : 'queued'
}
