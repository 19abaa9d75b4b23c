import { isRedaksiError } from '../base/errors.ts'
import type { Newsroom } from './newsroom.ts'

export interface RepeatOptions {
  readonly newsroom: Newsroom
  /** What is done; once the signal says so, it ends with what it is at. */
  readonly work: (signal: AbortSignal) => Promise<void>
  /** Both in milliseconds: until the first time, which belongs to the person who waits, and from then on. */
  readonly firstAfter: number
  readonly every: number
  readonly onBug: (error: unknown, at: string) => void
  /** Where a bug is said to have been. */
  readonly at: string
}

/**
 * Does something for a library again and again, one run after the other, while it is open for writing. What comes back
 * stops it, and resolves when what it is at is done.
 */
export function startRepeating(options: RepeatOptions): () => Promise<void> {
  const { newsroom, work, firstAfter, every, onBug, at } = options
  if (newsroom.library.mode !== 'write') return async () => undefined
  const stopped = new AbortController()
  let running: Promise<void> = Promise.resolve()
  const run = () => {
    running = running
      .then(() => work(stopped.signal))
      // A disk or an index that fails now is said where a person meets it; the next time is another try.
      .catch((error: unknown) => void (isRedaksiError(error) || onBug(error, at)))
  }
  const first = setTimeout(run, firstAfter).unref()
  const again = setInterval(run, every).unref()
  return async () => {
    stopped.abort()
    clearTimeout(first)
    clearInterval(again)
    await running
  }
}
