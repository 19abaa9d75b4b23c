import type { ReactNode, RefObject } from 'react'
import { Dialog, Popover } from 'react-aria-components'

/** A form beside what it is about, 8 px away. A click elsewhere closes it, and gives the focus back. */
export function FormPopover(props: {
  label: string
  anchor: RefObject<HTMLElement | null>
  children: ReactNode
  onClose(): void
}) {
  return (
    <Popover
      className="editor-popover"
      triggerRef={props.anchor}
      isOpen
      onOpenChange={props.onClose}
      placement="bottom start"
      offset={8}
    >
      <Dialog aria-label={props.label} className="editor-dialog">
        {props.children}
      </Dialog>
    </Popover>
  )
}
