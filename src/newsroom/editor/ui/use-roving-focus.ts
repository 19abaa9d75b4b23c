import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react'

/** A toolbar's keys: one stop of the Tab key, arrows, Home and End within (WAI-ARIA practices, toolbar). */
export interface RovingFocus {
  readonly ref: RefObject<HTMLDivElement | null>
  onKeyDown(event: KeyboardEvent): void
  onFocus(): void
}

/** Keeps exactly one of a toolbar's buttons in the order of the Tab key: the one that had the focus last. */
export function useRovingFocus(): RovingFocus {
  const ref = useRef<HTMLDivElement | null>(null)
  const current = useRef<HTMLElement | null>(null)
  const settle = () => {
    const tools = findTools(ref.current)
    if (current.current === null || !tools.includes(current.current)) current.current = tools[0] ?? null
    for (const tool of tools) tool.tabIndex = tool === current.current ? 0 : -1
  }
  useEffect(settle)
  return {
    ref,
    onFocus() {
      const focused = findTools(ref.current).find((tool) => tool === document.activeElement)
      if (focused === undefined) return
      current.current = focused
      settle()
    },
    onKeyDown(event) {
      const tools = findTools(ref.current)
      const at = tools.findIndex((tool) => tool === event.target)
      const next = at < 0 ? undefined : tools[findNext(event.key, at, tools.length)]
      if (next === undefined) return
      event.preventDefault()
      next.focus()
    },
  }
}

function findNext(key: string, at: number, count: number): number {
  if (key === 'ArrowRight') return (at + 1) % count
  if (key === 'ArrowLeft') return (at + count - 1) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : -1
}

function findTools(toolbar: HTMLElement | null): readonly HTMLElement[] {
  return [...(toolbar?.querySelectorAll<HTMLElement>('button') ?? [])]
}
