import { useEffect, useState } from 'react'
import type { Story } from '../../story/index.ts'
import { compareStories, type Compared, type PrintRule } from '../index.ts'

/** How long the page may be kept from its keys, in milliseconds. */
const SLICE_MS = 8

/**
 * Compares two states of a story, a few milliseconds at a time, so that the page answers meanwhile. What was compared last
 * stands until the next is there; null before the first.
 */
export function useComparison(before: Story | null, after: Story | null, rule: PrintRule): Compared | null {
  const [compared, setCompared] = useState<Compared | null>(null)
  useEffect(() => {
    if (before === null || after === null) return
    const steps = compareStories(before, after, rule)
    let timer: ReturnType<typeof setTimeout> | undefined
    const go = () => {
      const started = performance.now()
      do {
        const step = steps.next()
        if (step.done === true) return setCompared({ before, after, comparison: step.value })
      } while (performance.now() - started < SLICE_MS)
      timer = setTimeout(go)
    }
    go()
    return () => clearTimeout(timer)
  }, [before, after, rule])
  return compared
}
