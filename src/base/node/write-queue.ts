/** Writes one value at a time; of those that wait, only the newest is written. */
export interface WriteQueue<V> {
  /** Resolves when this value, or a newer one, is written. Rejects when the write that covered it failed. */
  push(value: V): Promise<void>
  /** Resolves when nothing is being written and nothing waits. */
  settle(): Promise<void>
}

/** Makes a queue in front of a slow write. A failed write does not stop the ones after it. */
export function createWriteQueue<V>(write: (value: V) => Promise<void>): WriteQueue<V> {
  let inFlight: Promise<void> | null = null
  let next: { value: V; readonly done: PromiseWithResolvers<void> } | null = null

  function start(value: V): Promise<void> {
    const writing = write(value)
    inFlight = writing.then(startNext, startNext)
    return writing
  }

  function startNext(): void {
    inFlight = null
    if (next === null) return
    const { value, done } = next
    next = null
    start(value).then(done.resolve, done.reject)
  }

  return {
    push(value) {
      if (inFlight === null) return start(value)
      next ??= { value, done: Promise.withResolvers<void>() }
      next.value = value
      return next.done.promise
    },
    async settle() {
      while (inFlight !== null) await inFlight
    },
  }
}
