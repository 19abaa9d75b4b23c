/** Runs tasks side by side, at most so many at a time. */
export interface TaskPool {
  /** Resolves when the task has been started: the producer waits instead of piling up work. Fails once any task has. */
  start(task: () => Promise<void>): Promise<void>
  /** Resolves when every task is done; fails with the first failure. */
  finish(): Promise<void>
}

/** Makes a pool of `size` places. */
export function createTaskPool(size: number): TaskPool {
  const running = new Set<Promise<void>>()
  let failure: { readonly error: unknown } | null = null

  function check(): void {
    if (failure !== null) throw failure.error
  }

  return {
    async start(task) {
      while (running.size >= size) await Promise.race(running)
      check()
      const promise = task()
        .catch((error: unknown) => {
          failure ??= { error }
        })
        .finally(() => running.delete(promise))
      running.add(promise)
    },
    async finish() {
      await Promise.all(running)
      check()
    },
  }
}
