import { useRef, useState, type RefObject } from 'react'

/** What is opened beside a button: a popover takes these as they are. */
export interface Opened {
  readonly triggerRef: RefObject<HTMLButtonElement | null>
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
}

/** A button that opens a menu or a form beside it, when the widget itself is fetched apart from the button. */
export function useOpener(kind: 'menu' | 'dialog') {
  const triggerRef = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const opened: Opened = { triggerRef, isOpen, onOpenChange: setOpen }
  return {
    button: {
      ref: triggerRef,
      'aria-haspopup': kind,
      'aria-expanded': isOpen,
      onPress: () => setOpen(true),
    } as const,
    opened,
  }
}
