import { lazy, Suspense, useEffect, type ComponentType, type ReactNode } from 'react'

/** A part of the page that is fetched apart from the first screen. */
export type Late<Props> = (props: Props) => ReactNode

/** When a page has come to rest after its start, in milliseconds. */
const REST_MS = 1_500

const waiting = new Set<() => Promise<unknown>>()

/**
 * Makes a part late: fetched when it is first shown, or before, when the page is at rest; then it is there at once. Until
 * it is there, `hold` lets the keys that are meant for it go nowhere, least of all into the text below it.
 */
export function createLate<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { hold }: { readonly hold: boolean },
): Late<Props> {
  let fetched: ComponentType<Props> | null = null
  const fetchPart = async () => {
    waiting.delete(fetchPart)
    fetched = await load()
    return fetched
  }
  waiting.add(fetchPart)
  const Fetching = lazy(async () => ({ default: await fetchPart() }))
  return function LatePart(props) {
    const Part = fetched
    if (Part !== null) return <Part {...props} />
    return (
      <Suspense fallback={hold ? <HeldKeys /> : null}>
        <Fetching {...props} />
      </Suspense>
    )
  }
}

/** Fetches all late parts once the page is at rest. */
export function useLateParts(): void {
  useEffect(() => {
    const timer = setTimeout(() => [...waiting].forEach((fetchPart) => void fetchPart()), REST_MS)
    return () => clearTimeout(timer)
  }, [])
}

function HeldKeys() {
  useEffect(() => {
    const hold = (event: KeyboardEvent) => event.preventDefault()
    window.addEventListener('keydown', hold, { capture: true })
    return () => window.removeEventListener('keydown', hold, { capture: true })
  }, [])
  return null
}
