import { useRef, useState, type RefObject } from 'react'

/** One opening of a chip's form: what it sets is one step to undo. */
export interface ChipForm {
  /** The step while the form is open, else null. */
  readonly step: object | null
  readonly anchor: RefObject<HTMLElement | null>
  toggle(): void
  close(): void
  /** Closes the form from the keyboard: the focus goes back to the chip. */
  leave(): void
}

/** Opens and closes the form of a chip; every opening is a step of its own. */
export function useChipForm(): ChipForm {
  const [step, setStep] = useState<object | null>(null)
  const anchor = useRef<HTMLElement | null>(null)
  const close = () => setStep(null)
  return {
    step,
    anchor,
    close,
    toggle: () => setStep(step === null ? {} : null),
    leave() {
      close()
      // Once the form is gone: until then it holds the focus. What was added or removed has another anchor by now.
      setTimeout(() => anchor.current?.focus({ preventScroll: true }))
    },
  }
}

/** What the form of a chip is given. */
export interface ChipFormProps {
  readonly step: object
  readonly anchor: RefObject<HTMLElement | null>
  onClose(): void
  onLeave(): void
}
