import { useEffect } from 'react'
import { createLate } from '../../../base/ui/late.tsx'
import type { Desk } from '../desk.ts'
import type { Overlay } from '../places.ts'

const PARTS = {
  palette: createLate(async () => (await import('./palette.tsx')).Palette),
  shortcuts: createLate(async () => (await import('./shortcuts.tsx')).Shortcuts),
} as const satisfies Readonly<Record<Overlay, unknown>>

/** When the page has come to rest after its start, in milliseconds. */
const REST_MS = 1_500

/** What lies over the desk now. */
export function Overlays({ desk, overlay }: { readonly desk: Desk; readonly overlay: Overlay | null }) {
  useEffect(() => {
    const timer = setTimeout(() => Object.values(PARTS).forEach((part) => void part.fetch()), REST_MS)
    return () => clearTimeout(timer)
  }, [])
  if (overlay === null) return null
  const Part = PARTS[overlay]
  return <Part desk={desk} onClose={() => desk.places.showOverlay(null)} />
}
