import { lazy, Suspense, useEffect, type ComponentType, type ReactNode } from 'react'

/** A part of the page that is fetched apart from the first screen. */
export interface Late<Props> {
  (props: Props): ReactNode
  /** Fetches it ahead of its first use: then it is there at once. */
  fetch(): Promise<void>
}

/** Makes a part late. Until it is there, keys that are meant for it go nowhere, least of all into the text below it. */
export function createLate<Props extends object>(load: () => Promise<ComponentType<Props>>): Late<Props> {
  let fetched: ComponentType<Props> | null = null
  const fetchPart = async () => (fetched = await load())
  const Fetching = lazy(async () => ({ default: await fetchPart() }))
  function LatePart(props: Props) {
    const Part = fetched
    if (Part !== null) return <Part {...props} />
    return (
      <Suspense fallback={<HeldKeys />}>
        <Fetching {...props} />
      </Suspense>
    )
  }
  return Object.assign(LatePart, { fetch: async () => void (await fetchPart()) })
}

function HeldKeys() {
  useEffect(() => {
    const hold = (event: KeyboardEvent) => event.preventDefault()
    window.addEventListener('keydown', hold, { capture: true })
    return () => window.removeEventListener('keydown', hold, { capture: true })
  }, [])
  return null
}
