import type { Fault, MadeUpAnswer, SeenRequest } from './faulty-proxy.ts'
import { createTestRandom } from './builders.ts'

const problem = (status: number, headers: Record<string, string> = {}): MadeUpAnswer => ({
  status,
  headers: { 'content-type': 'application/problem+json', ...headers },
  body: JSON.stringify({ type: 'about:blank', title: 'Sibuk', status }),
})
const page = (status: number, headers: Record<string, string> = {}): MadeUpAnswer => ({
  status,
  headers: { 'content-type': 'text/html', ...headers },
  body: '<html><title>Masuk Wi-Fi</title><form action="/login"></form></html>',
})

/** Answers that something between us and the target makes up. None of them tells what the target did. */
const MADE_UP: readonly MadeUpAnswer[] = [
  page(200),
  page(502),
  page(503),
  page(404),
  problem(500),
  problem(503),
  problem(429, { 'retry-after': '1' }),
  page(302, { location: 'http://portal.invalid/masuk' }),
  page(308, { location: 'http://127.0.0.1:9/' }),
  { status: 200, headers: { 'content-type': 'application/json' }, body: '{"ok":true}' },
]

/** Every way in which the way to a target can fail, but for a closed door. */
export const FAULTS: readonly Fault[] = [
  { kind: 'reset', when: 'before' },
  { kind: 'reset', when: 'mid' },
  { kind: 'reset', when: 'after' },
  { kind: 'drop-answer' },
  { kind: 'cut-answer' },
  { kind: 'hang' },
  { kind: 'delay', milliseconds: 20 },
  ...MADE_UP.flatMap((answer) =>
    [true, false].map((passOn) => ({ kind: 'replace', passOn, answer }) as const),
  ),
]

/** A fault in a few words, for the name of a test. */
export function describeFault(fault: Fault): string {
  if (fault.kind === 'reset') return `reset ${fault.when}`
  if (fault.kind !== 'replace') return fault.kind
  const { status, headers } = fault.answer
  return `${status} ${headers['content-type'] ?? ''} ${fault.passOn ? 'in place of the answer' : 'in place of the server'}`
}

/** Chooses a fault for six in ten requests, and none once so many have gone by: a bad network that gets better. */
export function createFaultPlan(seed: number, until: number): (request: SeenRequest) => Fault {
  const random = createTestRandom(seed)
  const draw = (): number => (random(1)[0] ?? 0) / 256
  return ({ index }) => {
    const [isFaulty, which] = [draw() < 0.6, draw()]
    if (index >= until || !isFaulty) return { kind: 'pass' }
    return FAULTS[Math.floor(which * FAULTS.length)] ?? { kind: 'pass' }
  }
}
