import { useEffect } from 'react'

/** The parts of the desk in the order of the keyboard, and what takes the focus in each when nothing had it before. */
const REGIONS: readonly (readonly [region: string, first: string])[] = [
  ['.library', '[role="listbox"]'],
  ['.page', '.editor-body'],
  ['.inspector', '[role="tab"][tabindex="0"]'],
  ['.preview', 'button'],
  ['.status-line', 'button'],
]
const ANY = 'button:not([disabled]), input, textarea, [tabindex="0"]'

/** F6 goes on to the next part of the desk, Shift F6 back, to where the focus was in it last. */
export function useRegionKeys(): void {
  useEffect(() => {
    const last = new WeakMap<Element, HTMLElement>()
    const onFocus = ({ target }: FocusEvent) => {
      const region = target instanceof HTMLElement ? findRegion(target) : null
      if (region !== null && target instanceof HTMLElement) last.set(region, target)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.defaultPrevented) return
      event.preventDefault()
      findNext(event.shiftKey ? -1 : 1, last)?.focus()
    }
    document.addEventListener('focusin', onFocus)
    window.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('focusin', onFocus)
      window.removeEventListener('keydown', onKey)
    }
  }, [])
}

function findNext(step: 1 | -1, last: WeakMap<Element, HTMLElement>): HTMLElement | null {
  const regions = REGIONS.flatMap(([selector, first]) => {
    const region = document.querySelector(selector)
    const target = region === null ? null : findTarget(region, first, last)
    return region === null || target === null ? [] : [{ region, target }]
  })
  const focused = document.activeElement === null ? null : findRegion(document.activeElement)
  const at = regions.findIndex(({ region }) => region === focused)
  const next = at === -1 ? (step === 1 ? 0 : regions.length - 1) : at + step
  return regions.at(next % regions.length)?.target ?? null
}

/** Null for a part that is folded away. */
function findTarget(region: Element, first: string, last: WeakMap<Element, HTMLElement>): HTMLElement | null {
  const before = last.get(region)
  const known = before?.isConnected === true ? before : null
  const target = known ?? region.querySelector<HTMLElement>(first) ?? region.querySelector<HTMLElement>(ANY)
  return target?.checkVisibility({ visibilityProperty: true }) === true ? target : null
}

function findRegion(element: Element): Element | null {
  return element.closest(REGIONS.map(([selector]) => selector).join())
}
