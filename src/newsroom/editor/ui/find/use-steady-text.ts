import { useLayoutEffect, type RefObject } from 'react'

/** Keeps the text where it is on the screen while a bar above it comes, grows and goes; at its start it makes way. */
export function useSteadyText(barRef: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const bar = barRef.current
    const scroller = bar?.parentElement?.querySelector('.editor-scroll')
    if (bar === null || scroller == null) return
    let taken = 0
    const settle = (height: number) => {
      if (height > taken && scroller.scrollTop === 0) return
      scroller.scrollTop += height - taken
      taken = height
    }
    const observer = new ResizeObserver(() => settle(bar.offsetHeight))
    settle(bar.offsetHeight)
    observer.observe(bar)
    return () => {
      observer.disconnect()
      settle(0)
    }
  }, [barRef])
}
