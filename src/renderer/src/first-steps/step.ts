import type { ReactNode } from 'react'
import type { Desk } from '../desk.ts'

/** What each of the first steps works with. */
export interface StepProps {
  readonly desk: Desk
  /** What ends a step: `main` goes on, and stands first. */
  readonly foot: (main: ReactNode) => ReactNode
  readonly onNext: () => void
}

/** Whether the first field of a step may take the focus: not from somebody who is at something else already. */
export function mayTakeFocus(): boolean {
  const focused = document.activeElement
  return focused === null || focused === document.body || focused.closest('.first-steps') !== null
}
