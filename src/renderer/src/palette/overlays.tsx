import { createLate } from '../../../base/ui/late.tsx'
import type { Desk } from '../desk.ts'
import type { Overlay } from '../places.ts'

const PARTS = {
  palette: createLate(async () => (await import('./palette.tsx')).Palette, { hold: true }),
  start: createLate(async () => (await import('./start.tsx')).Start, { hold: true }),
  handover: createLate(async () => (await import('../handover/handover-overlay.tsx')).HandoverOverlay, {
    hold: true,
  }),
  shortcuts: createLate(async () => (await import('./shortcuts.tsx')).Shortcuts, { hold: true }),
} as const satisfies Readonly<Record<Overlay, unknown>>

/** What lies over the desk now. */
export function Overlays({ desk, overlay }: { readonly desk: Desk; readonly overlay: Overlay | null }) {
  if (overlay === null) return null
  const Part = PARTS[overlay]
  return <Part desk={desk} onClose={() => desk.places.showOverlay(null)} />
}
