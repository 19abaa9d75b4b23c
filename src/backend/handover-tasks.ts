import { RedaksiError } from '../base/errors.ts'
import type { HandoverErrorCode, HandoverProgress } from '../newsroom/handover/index.ts'

interface TaskOptions {
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

/** How often it is told how far a task is, in milliseconds. */
const TELL_EVERY = 100

/** Tasks that a page hears of, and stops, by a word of its own. */
export function createTasks(tell: (progress: HandoverProgress) => void) {
  const stops = new Map<string, AbortController>()
  return {
    async carryOut<T>(task: string, work: (options: TaskOptions) => Promise<T>): Promise<T> {
      const stop = stops.get(task) ?? new AbortController()
      stops.set(task, stop)
      const onProgress = createTeller((done, total) => tell({ task, done, total }))
      try {
        return await work({ signal: stop.signal, onProgress })
      } finally {
        stops.delete(task)
      }
    },
    stop(task: string): null {
      stops.get(task)?.abort(new RedaksiError<HandoverErrorCode>('handover.stopped'))
      return null
    },
  }
}

function createTeller(tell: (done: number, total: number) => void): TaskOptions['onProgress'] {
  let toldAt = Number.NEGATIVE_INFINITY
  return (done, total) => {
    const now = performance.now()
    if (now - toldAt < TELL_EVERY) return
    toldAt = now
    tell(done, total)
  }
}
