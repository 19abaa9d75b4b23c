import { setTimeout as wait } from 'node:timers/promises'
import type { Fault } from '../../support/faulty-proxy.ts'
import type { Started } from './program.ts'

/** A moment in the life of a sender. */
export interface Moment {
  /** After so many requests have arrived; 0 for the time before the first. */
  readonly requests: number
  /** And so many milliseconds later. */
  readonly delay: number
}

/** Draws a moment: mostly between the requests of six stories, now and then while the process starts. */
export function drawMoment(draw: (low: number, high: number) => number, stories: number): Moment {
  if (draw(0, 1) < 0.15) return { requests: 0, delay: draw(0, 600) }
  return { requests: 1 + Math.floor(draw(0, stories)), delay: draw(0, 25) }
}

/** Kills senders at their moments. Its `decide` is for the proxy: it also slows each request a little, differently. */
export interface SenderKiller {
  decide(): Fault
  /** Kills the process at a moment, unless it ends before. Whether it was killed. */
  killAt(sender: Started, moment: Moment): Promise<boolean>
}

/** Makes a killer; `draw` spreads the answers over time. */
export function createSenderKiller(draw: (low: number, high: number) => number): SenderKiller {
  let seen = 0
  let changed = Promise.withResolvers<void>()
  return {
    decide() {
      seen += 1
      changed.resolve()
      changed = Promise.withResolvers()
      return { kind: 'delay', milliseconds: Math.floor(draw(0, 12)) }
    },
    async killAt(sender, { requests, delay }) {
      const goal = seen + requests
      const ended = sender.ended.then(() => 'ended' as const)
      while (seen < goal) {
        const first = await Promise.race([ended, changed.promise.then(() => 'seen' as const)])
        if (first === 'ended') return false
      }
      await Promise.race([ended, wait(delay)])
      await sender.kill()
      return (await sender.ended) === 'SIGKILL'
    },
  }
}
