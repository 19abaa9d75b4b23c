import type { FoundText } from '../../find-text.ts'
import { trustOwnScript } from '../../../../base/ui/trusted.ts'
import type { FindMessage, PatternRequest } from './find-worker.ts'
// eslint-disable-next-line import/default
import workerAddress from './find-worker.ts?worker&url'

/** What came of looking for a pattern: finds, or it took too long, or there was nowhere to look. */
export type PatternAnswer = readonly FoundText[] | 'slow' | 'unavailable'

/** A pattern that takes longer over a story is one that never ends, or nearly. In milliseconds. */
const LONGEST_SEARCH_MS = 1_500

/** Looks for a pattern in a worker of its own, which is stopped when it takes too long or nobody waits any more. */
export function searchPattern(request: PatternRequest, signal: AbortSignal): Promise<PatternAnswer> {
  return new Promise((resolve) => {
    const worker = new Worker(trustOwnScript(workerAddress), { type: 'module' })
    let timer: ReturnType<typeof setTimeout> | undefined
    const settle = (answer: PatternAnswer) => {
      clearTimeout(timer)
      worker.terminate()
      resolve(answer)
    }
    worker.addEventListener('message', ({ data }: MessageEvent<FindMessage>) => {
      if (data.kind === 'found') return settle(data.found)
      // Its own start does not count: a machine may be busy.
      timer = setTimeout(() => settle('slow'), LONGEST_SEARCH_MS)
      worker.postMessage(request)
    })
    worker.addEventListener('error', () => settle('unavailable'))
    signal.addEventListener('abort', () => settle([]))
  })
}
