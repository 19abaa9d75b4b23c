/** What can wait waits no longer than this for a frame, in milliseconds. */
const LONGEST_WAIT_MS = 500

/**
 * Does what can wait once the next frame has been painted. A task that is put off in a frame runs once it is painted; a
 * page that nobody sees has no frames. Call what it returns to leave it undone.
 */
export function afterPaint(task: () => void): () => void {
  let timer = setTimeout(task, LONGEST_WAIT_MS)
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer)
    timer = setTimeout(task)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
