/** Runs actions of one key one after another, in the order in which they came; keys do not wait for each other. */
export interface KeyedQueue {
  run<T>(key: string, action: () => Promise<T>): Promise<T>
  /** Resolves when nothing runs and nothing waits. */
  settle(): Promise<void>
}

/** Makes an empty queue. A failed action fails its own caller and stops nobody else. */
export function createKeyedQueue(): KeyedQueue {
  const last = new Map<string, Promise<unknown>>()
  return {
    run(key, action) {
      const running = (last.get(key) ?? Promise.resolve()).then(action)
      const done = running
        .catch(() => {})
        .then(() => {
          if (last.get(key) === done) last.delete(key)
        })
      last.set(key, done)
      return running
    },
    async settle() {
      while (last.size > 0) await Promise.all(last.values())
    },
  }
}
