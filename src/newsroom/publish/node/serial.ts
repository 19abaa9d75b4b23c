/** Runs tasks one after the other, in the order they were handed over. A failed one does not stop the next. */
export type Serial = <Result>(task: () => Promise<Result>) => Promise<Result>

/** Makes a line of tasks. */
export function createSerial(): Serial {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const running = last.then(task)
    last = running.catch(() => undefined)
    return running
  }
}

/** Does something that needs doing once: when it failed, it is done again. */
export function once(task: () => Promise<void>): () => Promise<void> {
  let doing: Promise<void> | null = null
  return async () => {
    try {
      await (doing ??= task())
    } catch (error) {
      doing = null
      throw error
    }
  }
}
