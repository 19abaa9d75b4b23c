import { z } from 'zod'

/** This machine's clock, in nanoseconds since it was started: the same for every process. */
export function readTicks(): bigint {
  return process.hrtime.bigint()
}

/** Prints that something was answered for, and when that was known. */
export function acknowledge(what: object): void {
  const ticks = String(readTicks())
  process.stdout.write(`${JSON.stringify({ ticks, ...what })}\n`)
}

const ticksSchema = z.object({ ticks: z.string() })

/**
 * The acknowledgements from before an instant. A program outlives the power that is cut under it, as none does in truth:
 * a file system that is being shut down may tell it that it has flushed what it threw away.
 */
export function keepThoseBefore(lines: readonly unknown[], instant: bigint): readonly unknown[] {
  return lines.filter((line) => BigInt(ticksSchema.parse(line).ticks) < instant)
}
