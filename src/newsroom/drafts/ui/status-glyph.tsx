import type { ReactNode } from 'react'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { DraftStatus } from '../draft.ts'

/** Shape first, colour second: each status has a sign of its own. Drawn in a box of ten. */
const SHAPES: Readonly<Record<DraftStatus, ReactNode>> = {
  draft: (
    <circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2 1.6" />
  ),
  'in-review': (
    <>
      <circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M5 1a4 4 0 0 1 0 8z" fill="currentColor" />
    </>
  ),
  approved: <path d="M1 5.5 4 8.5 9 2" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  scheduled: (
    <path
      d="M5 1a4 4 0 1 0 0 8 4 4 0 0 0 0-8M5 3v2.2h2"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
    />
  ),
  queued: <path d="M5 8.5V2M2 5l3-3 3 3" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  published: <circle cx="5" cy="5" r="4" fill="currentColor" />,
  corrected: <path d="M5 .5 9.5 5 5 9.5.5 5z" fill="currentColor" />,
  withdrawn: (
    <path
      d="M5 1a4 4 0 1 0 0 8 4 4 0 0 0 0-8M1.5 8.5l7-7"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
    />
  ),
  trashed: <path d="M2 2l6 6M8 2 2 8" fill="none" stroke="currentColor" strokeWidth="1.6" />,
}

/** A status as its sign and its word. */
export function StatusGlyph({ status }: { readonly status: DraftStatus }) {
  const { translate } = useTexts()
  return (
    <span className={`status-glyph is-${status}`}>
      <svg viewBox="0 0 10 10" aria-hidden="true">
        {SHAPES[status]}
      </svg>
      {translate(`status.${status}`)}
    </span>
  )
}
