/** Runs tasks one after the other, in the order they were handed over. A failed one does not stop the next. */
export function createSerial(): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const running = last.then(task)
    last = running.catch(() => undefined)
    return running
  }
}
