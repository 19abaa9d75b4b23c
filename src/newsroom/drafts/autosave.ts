/**
 * When a draft is saved. It promises the writer that at most two seconds of typing are ever unsaved: a save starts at
 * the first pause, and during a long spell of typing at the latest a second and a half after its first key, which
 * leaves half a second for the disk.
 */
const AUTOSAVE = { pause: 400, longest: 1_500 } as const

/** How long to wait before the next try after one that failed, in milliseconds: nobody should wait for a full disk. */
export const RETRY_AFTER = 2_000

/** How long to wait from `now` until the text is saved. All instants are in milliseconds; `first` is the first unsaved change. */
export function getSaveDelay({ first, last, now }: { first: number; last: number; now: number }): number {
  return Math.max(0, Math.min(last + AUTOSAVE.pause, first + AUTOSAVE.longest) - now)
}
