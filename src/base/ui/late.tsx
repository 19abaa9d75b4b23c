import { startTransition, useEffect, useState, type ComponentType, type ReactNode } from 'react'
import { afterPaint } from './after-paint.ts'
import { Button } from './button.tsx'
import { useTexts } from './texts.tsx'

/** A part of the page that is fetched apart from the first screen. */
export type Late<Props> = (props: Props) => ReactNode

/** When a page has come to rest after its start, in milliseconds. */
const REST_MS = 1_500

let addTexts: () => Promise<void> = () => Promise.resolve()

/** Says how the texts that only late parts say are fetched. They are there before the first such part is. */
export function setLateTexts(add: () => Promise<void>): void {
  addTexts = add
}

/** Fetches the texts that only late parts say, for what is said without such a part. */
export function loadLateTexts(): Promise<void> {
  return addTexts()
}

const waiting = new Set<() => Promise<unknown>>()

/**
 * Makes a part late: fetched when it is first shown, or before, when the page is at rest; then it is there at once. Until
 * it is there, `hold` lets the keys that are meant for it go nowhere, least of all into the text below it. When it cannot
 * be fetched, because the host has gone, all else goes on without it; without `hold` that is said in its place.
 */
export function createLate<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { hold }: { readonly hold: boolean },
): Late<Props> {
  let fetched: ComponentType<Props> | null = null
  let fetching: Promise<ComponentType<Props>> | null = null
  const fetchPart = async () => {
    waiting.delete(fetchPart)
    fetching ??= loadWidgets(load)
    try {
      fetched = await fetching
    } finally {
      fetching = null
    }
    return fetched
  }
  waiting.add(fetchPart)
  return function LatePart(props) {
    const [Part, setPart] = useState<ComponentType<Props> | null>(() => fetched)
    const [isMissing, setMissing] = useState(false)
    // Not with `Suspense`: that holds what comes after the first screen back for a third of a second.
    useEffect(() => {
      if (Part !== null) return
      fetchPart().then(
        (part) => setPart(() => part),
        () => setMissing(true),
      )
    }, [Part])
    if (Part !== null) return <Part {...props} />
    if (hold) return isMissing ? null : <HeldKeys />
    return isMissing ? <Missing /> : null
  }
}

function Missing() {
  const { translate } = useTexts()
  return (
    <div className="empty" role="alert">
      <p>{translate('app.late.missing')}</p>
      <Button look="line" isSmall onPress={() => location.reload()}>
        {translate('app.crash.reload')}
      </Button>
    </div>
  )
}

/** Loads a part that is made of widgets, and with it its texts and what lets the widgets speak the page's language. */
async function loadWidgets<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): Promise<ComponentType<Props>> {
  const [Part, { WidgetLocale }] = await Promise.all([load(), import('./widget-locale.tsx'), addTexts()])
  return function InPageLanguage(props) {
    return (
      <WidgetLocale>
        <Part {...props} />
      </WidgetLocale>
    )
  }
}

/** Has something that is no part of the page fetched with the late parts, once the page is at rest. */
export function fetchAtRest(load: () => Promise<unknown>): void {
  waiting.add(load)
}

/** Fetches all late parts once the page is at rest. */
export function useLateParts(): void {
  useEffect(() => {
    const fetchAll = () => {
      // One that cannot be fetched now is tried again where it is shown, and missed there.
      for (const fetchPart of waiting) fetchPart().catch(() => undefined)
    }
    const timer = setTimeout(fetchAll, REST_MS)
    return () => clearTimeout(timer)
  }, [])
}

/** Whether the time has come for what can wait: a frame with what is due has been painted. It stays so. */
export function usePainted(isDue: boolean): boolean {
  const [isPainted, setPainted] = useState(false)
  useEffect(() => {
    if (!isDue || isPainted) return
    return afterPaint(() => startTransition(() => setPainted(true)))
  }, [isDue, isPainted])
  return isPainted
}

function HeldKeys() {
  useEffect(() => {
    const hold = (event: KeyboardEvent) => event.preventDefault()
    window.addEventListener('keydown', hold, { capture: true })
    return () => window.removeEventListener('keydown', hold, { capture: true })
  }, [])
  return null
}
