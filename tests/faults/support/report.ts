import { writeSync } from 'node:fs'
import { SEED } from './scale.ts'

/** What one trial came to. */
export interface Figures {
  readonly name: string
  readonly trials: number
  readonly losses: number
  /** What else is worth reading: counts and times. */
  readonly notes?: Readonly<Record<string, number | string>>
}

/** Prints a trial's one line. It goes past the test runner, which would put a heading over each. */
export function reportTrial({ name, trials, losses, notes = {} }: Figures): void {
  const more = Object.entries({ ...notes, seed: SEED }).map(([key, value]) => `${key} ${value}`)
  writeSync(1, `trial | ${name}: ${trials} trials, ${losses} losses (${more.join(', ')})\n`)
}

/** Prints that a trial could not be held here, and why. */
export function reportSkip(name: string, reason: string): void {
  writeSync(1, `trial | ${name}: SKIPPED, ${reason}\n`)
}
