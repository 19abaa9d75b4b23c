/** A row's height, in pixels: all are alike, so that a place in the list is a place on the screen. */
export const ROW_HEIGHT = 76
/** Rows come into the page and leave it by this many, and as many wait above and below. */
const STEP = 4

/** The rows from `from` to before `to`. */
export interface RowWindow {
  readonly from: number
  readonly to: number
}

/** The rows that have to be in the page, by how far it is scrolled and how high it is, in pixels. */
export function computeWindow(scrollTop: number, height: number, total: number): RowWindow {
  const first = Math.floor(scrollTop / ROW_HEIGHT / STEP) * STEP - STEP
  const count = Math.ceil(height / ROW_HEIGHT / STEP) * STEP + 3 * STEP
  const from = Math.max(0, Math.min(first, total - 1))
  return { from, to: Math.min(total, Math.max(0, first) + count) }
}

/** How far a list has to be scrolled so that a row is wholly in sight; as it is, when it is already. */
export function scrollTo(index: number, scrollTop: number, height: number): number {
  const top = index * ROW_HEIGHT
  if (top < scrollTop) return top
  return Math.max(scrollTop, top + ROW_HEIGHT - height)
}
