import { createTestRandom } from '../../support/builders.ts'

/** Whether the long trials were asked for: `npm run test:faults -- --full`. */
const IS_FULL = process.env['REDAKSI_FULL'] === '1'

/** Where the random choices of this run start. It is printed; REDAKSI_SEED repeats it. */
export const SEED = Number(process.env['REDAKSI_SEED'] ?? Date.now() % 1_000_000)

/** What the short run takes, or the full one. */
export function choose<T>(short: T, full: T): T {
  return IS_FULL ? full : short
}

/** Numbers drawn evenly from [low, high), the same for the same seed. */
export function createDice(seed: number): (low: number, high: number) => number {
  const random = createTestRandom(seed)
  // The generator's first bytes are alike for neighbouring seeds.
  random(64)
  return (low, high) => {
    const fraction = random(4).reduce((sum, byte) => sum * 256 + byte, 0) / 2 ** 32
    return low + fraction * (high - low)
  }
}
