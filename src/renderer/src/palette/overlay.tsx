import type { ReactNode } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'

/** Something that lies over the desk until Escape or a press beside it. The focus goes back to where it was. */
export function Overlay(props: {
  readonly label: string
  readonly className: string
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const { label, className, onClose, children } = props
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(isOpen) => isOpen || onClose()} className="overlay">
      <Modal className={`overlay-sheet ${className}`}>
        <Dialog aria-label={label} className="overlay-dialog">
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
