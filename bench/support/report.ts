import { availableParallelism, loadavg } from 'node:os'
import { getQuantile } from './measure.ts'

/** Two medians, or other quantiles, of one run. `goal`: the highest ratio that is good enough, where there is one. */
export interface Figure {
  readonly name: string
  readonly times: readonly number[]
  readonly floor: readonly number[]
  /** 0.5 unless told. */
  readonly share?: number
  readonly goal?: number
}

/** Says what the figures were taken on: they are ratios, but a busy machine makes them less sure. */
export function printSurroundings(moment: string): void {
  const load = loadavg()[0] ?? 0
  console.log(`${moment}: Node ${process.version}, ${availableParallelism()} cores, load ${load.toFixed(1)}`)
}

/** Prints one figure as one line: what it is, the times in milliseconds, their ratio, and whether it is good enough. */
export function printFigure({ name, times, floor, share = 0.5, goal }: Figure): void {
  const [value, least] = [getQuantile(times, share), getQuantile(floor, share)]
  const columns = [
    `${name}, p${share * 100}`.padEnd(62),
    `${formatTime(value)} ms`,
    `floor ${formatTime(least)} ms`,
    `ratio ${(value / least).toFixed(2).padStart(6)}`,
    goal === undefined ? '' : `goal ${goal.toFixed(2)}  ${value / least <= goal ? 'met' : 'NOT MET'}`,
  ]
  console.log(columns.join('   ').trimEnd())
}

function formatTime(milliseconds: number): string {
  return milliseconds.toFixed(2).padStart(9)
}
