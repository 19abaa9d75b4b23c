import { SECRETLESS_CODES, type EntrySummary } from '../newsroom/publish/index.ts'

/** Whether a target answered when it was last tried. */
export type Heard = 'answered' | 'silent'

/** The answer was lost, or nothing was asked at all. */
const SAYS_NOTHING: readonly string[] = [
  'publish.outcome-unknown',
  'publish.photo-missing',
  'publish.attachment-missing',
  ...SECRETLESS_CODES,
]

/** What a failed try tells of the way to a target: null when it tells nothing. */
export function readHeard(code: string): Heard | null {
  if (code === 'publish.not-sent') return 'silent'
  if (SAYS_NOTHING.includes(code)) return null
  return code.startsWith('publish.') ? 'answered' : null
}

/** What an entry that has just moved tells of the way to its target. */
export function readHeardOf({ state, problem }: EntrySummary): Heard | null {
  if (state === 'done') return 'answered'
  return problem === null ? null : readHeard(problem.code)
}

/** The one word for all targets. */
export function summariseHeard(heard: Iterable<Heard>): 'online' | 'offline' | 'unknown' {
  const all = [...heard]
  if (all.includes('answered')) return 'online'
  return all.length === 0 ? 'unknown' : 'offline'
}
