import { setTimeout } from 'node:timers/promises'

/** One of the things that are compared. It says how long its own work took, in milliseconds: what it prepares is not counted. */
export type Trial = () => Promise<number>

/** How long an action takes, in milliseconds. */
export async function time(action: () => unknown): Promise<number> {
  const start = performance.now()
  await action()
  return performance.now() - start
}

export interface Rounds {
  readonly rounds: number
  /** Rounds before the counted ones. */
  readonly warmUp?: number
  /** Milliseconds of rest before each trial, so that it does not pay for what the one before it left to be done. */
  readonly rest?: number
}

/**
 * Runs trials in turn, round after round, each round beginning with the next one, so that whatever else the machine
 * does falls on all of them.
 */
export async function interleave<Name extends string>(
  trials: Readonly<Record<Name, Trial>>,
  { rounds, warmUp = 1, rest = 0 }: Rounds,
): Promise<Readonly<Record<Name, readonly number[]>>> {
  const names = Object.keys(trials) as Name[]
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>
  for (let round = -warmUp; round < rounds; round += 1) {
    const first = (round + warmUp) % names.length
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      if (rest > 0) await setTimeout(rest)
      const took = await trials[name]()
      if (round >= 0) times[name].push(took)
    }
  }
  return times
}

/** The value below which this share of all lies: 0.5 is the median. */
export function getQuantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
