import type { Fault, MadeUpAnswer, SeenRequest } from '../../support/faulty-proxy.ts'
import { FAULTS } from '../../support/fault-plan.ts'

/** When a fault strikes: the first two requests, or every second write. */
export const RHYTHMS = ['the first two requests', 'every second write'] as const
export type Rhythm = (typeof RHYTHMS)[number]

const html = (status: number): MadeUpAnswer => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: '<html><title>Ditolak</title></html>',
})

/**
 * Answers that let the sender give up or ask a person, made up on the way: a conflict that is none, a refusal that is
 * none, credentials that somebody else wants. With `passOn` the endpoint has committed all the same.
 */
const MISLEADING: readonly Fault[] = [409, 412, 413, 401, 403].flatMap((status) =>
  [true, false].map((passOn) => ({ kind: 'replace', passOn, answer: html(status) }) as const),
)

/** Everything that may befall a request. */
export const ALL_FAULTS: readonly Fault[] = [...FAULTS, ...MISLEADING]

/** A fault in a word. */
export function nameFault(fault: Fault): string {
  switch (fault.kind) {
    case 'reset':
      return `reset ${fault.when} the body`
    case 'replace':
      return `${fault.answer.status} ${fault.answer.headers['content-type']} ${fault.passOn ? 'after the commit' : 'instead'}`
    default:
      return fault.kind
  }
}

/** Has a fault strike in a rhythm, for a while: a network that never gets better lets nothing through. */
export function strike(fault: Fault, rhythm: Rhythm): (request: SeenRequest) => Fault {
  let writes = 0
  return ({ method, index }) => {
    if (rhythm === 'the first two requests') return index < 2 ? fault : { kind: 'pass' }
    if (method === 'GET' || index > 60) return { kind: 'pass' }
    writes += 1
    return writes % 2 === 0 ? fault : { kind: 'pass' }
  }
}
