import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ZodError } from 'zod'
import {
  advanceEntry,
  isPausing,
  parseEntry,
  type Entry,
  type EntryEvent,
  type EntryState,
} from '../../../src/newsroom/publish/index.ts'
import { anEntry, aProblem } from '../../support/publish-builders.ts'

const DUE = '2025-11-13T02:00:05.000Z'
const problem = aProblem()
const EVENTS: readonly EntryEvent[] = [
  { kind: 'send', lookedUp: true },
  { kind: 'send', lookedUp: false },
  { kind: 'not-sent', problem },
  { kind: 'lost', problem, dueAt: DUE },
  { kind: 'busy', problem, dueAt: DUE },
  { kind: 'look-up-failed', problem, dueAt: DUE },
  { kind: 'unauthorised', problem: aProblem('publish.unauthorised') },
  { kind: 'park', problem, seen: { version: '"x"' } },
  { kind: 'done' },
  { kind: 'resume' },
  { kind: 'retry' },
]
const STATES: readonly EntryState[] = ['queued', 'sending', 'unknown', 'done', 'parked', 'paused']

function tryAdvance(entry: Entry, event: EntryEvent): Entry | null {
  try {
    return advanceEntry(entry, event)
  } catch {
    return null
  }
}

describe('advanceEntry', () => {
  it('knows what can happen in each state, and where that leads', () => {
    const table = STATES.map((state) => {
      const leads = EVENTS.flatMap((event) => {
        const next = tryAdvance(anEntry({ state, attempts: 1 }), event)
        return next === null ? [] : [`${event.kind} → ${next.state}`]
      })
      return `${state}: ${leads.join(', ')}`
    })
    expect(table).toEqual([
      'queued: send → sending, look-up-failed → queued, unauthorised → paused, park → parked, done → done, retry → queued',
      'sending: not-sent → queued, lost → unknown, busy → queued, unauthorised → paused, park → parked, done → done',
      'unknown: send → sending, look-up-failed → unknown, unauthorised → unknown, park → parked, done → done, resume → unknown, retry → unknown',
      'done: ',
      'parked: retry → queued',
      'paused: park → parked, resume → queued, retry → queued',
    ])
  })

  it('lets the first write leave at once, and no other without a look-up', () => {
    const first = advanceEntry(anEntry(), { kind: 'send', lookedUp: false })
    expect([first.state, first.attempts]).toEqual(['sending', 1])
    const unknown = advanceEntry(first, { kind: 'lost', problem, dueAt: null })
    expect(() => advanceEntry(unknown, { kind: 'send', lookedUp: false })).toThrow('without asking')
    expect(advanceEntry(unknown, { kind: 'send', lookedUp: true }).attempts).toBe(2)
  })

  it('forgets a write that never left', () => {
    const sending = advanceEntry(anEntry(), { kind: 'send', lookedUp: false })
    const back = advanceEntry(sending, { kind: 'not-sent', problem })
    expect([back.state, back.attempts, back.dueAt, back.failures]).toEqual(['queued', 0, null, 0])
  })

  it('keeps what a conflict showed for the retry that agrees to it', () => {
    const parked = advanceEntry(anEntry({ state: 'sending' }), {
      kind: 'park',
      problem,
      seen: { version: '"lain"' },
    })
    expect(advanceEntry(parked, { kind: 'retry' })).toMatchObject({
      state: 'queued',
      problem: null,
      seen: { version: '"lain"' },
    })
  })

  it('never leaves an unknown outcome but by the target’s word or a person’s', () => {
    const after = EVENTS.filter((event) => {
      const next = tryAdvance(anEntry({ state: 'unknown', attempts: 1 }), event)
      return next !== null && next.state !== 'unknown'
    })
    expect(after.map((event) => event.kind)).toEqual(['send', 'park', 'done'])
  })

  it('holds to its promises whatever happens', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVENTS), { maxLength: 40 }), (events) => {
        let entry = anEntry()
        for (const event of events) {
          const next = tryAdvance(entry, event)
          if (next === null) continue
          // Between two writes there is always a look-up.
          if (event.kind === 'send') expect(entry.attempts === 0 || event.lookedUp).toBe(true)
          if (entry.state === 'done') throw new Error('something happened to a done entry')
          expect(next.attempts - entry.attempts).toBe(
            event.kind === 'send' ? 1 : event.kind === 'not-sent' ? -1 : 0,
          )
          expect(getFixedPart(next)).toEqual(getFixedPart(entry))
          expect(parseEntry(JSON.parse(JSON.stringify(next)))).toEqual(next)
          entry = next
        }
      }),
    )
  })
})

/** What nothing that happens may change. */
function getFixedPart({
  schema,
  id,
  kind,
  draft,
  headline,
  revision,
  target,
  order,
  createdAt,
  payload,
}: Entry) {
  return { schema, id, kind, draft, headline, revision, target, order, createdAt, payload }
}

describe('isPausing', () => {
  it('knows the entries that tell of refused credentials', () => {
    const unauthorised = aProblem('publish.unauthorised')
    const entries = [
      anEntry({ state: 'paused' }),
      anEntry({ state: 'unknown', problem: unauthorised }),
      anEntry({ state: 'unknown', problem: aProblem('publish.secret-missing') }),
      anEntry({ state: 'unknown', problem }),
      anEntry({ state: 'parked', problem: unauthorised }),
      anEntry(),
    ]
    expect(entries.map(isPausing)).toEqual([true, true, true, false, false, false])
  })
})

describe('parseEntry', () => {
  it.each([
    ['another schema', { schema: 2 }],
    ['an unknown state', { state: 'sent' }],
    ['a missing payload', { payload: undefined }],
    ['a draft that is no id', { draft: '../../etc/passwd' }],
    ['an unknown property', { lagi: true }],
  ])('refuses %s', (_, over) => {
    expect(() => parseEntry({ ...anEntry(), ...over })).toThrow(ZodError)
  })
})
