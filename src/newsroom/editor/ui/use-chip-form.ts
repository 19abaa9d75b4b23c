import { useState } from 'react'

/** One opening of a form: what it sets is one step to undo. */
export interface ChipForm {
  readonly isOpen: boolean
  readonly step: object
  setOpen(isOpen: boolean): void
}

/** Opens and closes a form; every opening is a step of its own. */
export function useChipForm(): ChipForm {
  const [state, setState] = useState({ isOpen: false, step: {} })
  return { ...state, setOpen: (isOpen) => setState({ isOpen, step: isOpen ? {} : state.step }) }
}
