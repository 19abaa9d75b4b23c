import { Suspense, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { useEditorView } from './editor-context.ts'

export interface ChipProps {
  /** The name of the group: Baris tanggal, Baris kredit. */
  readonly label: string
  /** What is printed. */
  readonly text: string
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  /** The form that the chip opens. */
  readonly form: ReactNode
  readonly chipRef?: RefObject<HTMLSpanElement | null>
}

/**
 * A part of the story that reads as text and opens a form. It stands in place but outside the text: the caret cannot
 * get into it, it is not copied along, and no offset counts it. Not a `button` element, since that would not wrap.
 */
export function Chip({ label, text, isOpen, onOpenChange, form, chipRef }: ChipProps) {
  const { isReadOnly } = useEditorView()
  const ownRef = useRef<HTMLSpanElement | null>(null)
  const ref = chipRef ?? ownRef
  return (
    <div role="group" aria-label={label} className="editor-chip-group">
      {isReadOnly ? (
        <span ref={ref} className="editor-chip">
          {text}
        </span>
      ) : (
        <span
          ref={ref}
          role="button"
          tabIndex={0}
          className="editor-chip"
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onClick={() => onOpenChange(!isOpen)}
          onKeyDown={(event) => openOnKey(event, () => onOpenChange(true))}
        >
          {text}
        </span>
      )}
      <ChipPopover label={label} anchor={ref} isOpen={isOpen} onOpenChange={onOpenChange} form={form} />
    </div>
  )
}

/** What stands where a chip would be, to add it. */
export function AddChip({
  label,
  className,
  isOpen,
  onOpenChange,
  form,
  text,
}: ChipProps & { className: string }) {
  const ref = useRef<HTMLButtonElement | null>(null)
  return (
    <div role="group" aria-label={label} className={className}>
      <button
        ref={ref}
        type="button"
        className="editor-add"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => onOpenChange(!isOpen)}
      >
        {text}
      </button>
      <ChipPopover label={label} anchor={ref} isOpen={isOpen} onOpenChange={onOpenChange} form={form} />
    </div>
  )
}

function ChipPopover(props: {
  label: string
  anchor: RefObject<HTMLElement | null>
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  form: ReactNode
}) {
  return (
    <Popover
      className="editor-popover"
      triggerRef={props.anchor}
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
      placement="bottom start"
      offset={8}
    >
      <Dialog aria-label={props.label} className="editor-dialog">
        <Suspense fallback={null}>{props.form}</Suspense>
      </Dialog>
    </Popover>
  )
}

function openOnKey(event: KeyboardEvent, open: () => void): void {
  if (event.key !== 'Enter' && event.key !== ' ') return
  event.preventDefault()
  open()
}
