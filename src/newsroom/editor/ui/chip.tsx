import type { KeyboardEvent, RefObject } from 'react'
import { useEditorView } from './editor-context.ts'
import { handleHistoryKey } from './history-keys.ts'

export interface ChipProps {
  /** The name of the group: Baris tanggal, Baris kredit. */
  readonly label: string
  /** What is printed, or what the chip would add. */
  readonly text: string
  readonly isOpen: boolean
  readonly anchor: RefObject<HTMLElement | null>
  onToggle(): void
}

/**
 * A part of the story that reads as text and opens a form. It stands in place but outside the text: the caret cannot
 * get into it, it is not copied along, and no offset counts it. Not a `button` element, since that would not wrap.
 */
export function Chip({ label, text, isOpen, anchor, onToggle }: ChipProps) {
  const { core, isReadOnly } = useEditorView()
  const button = {
    role: 'button',
    tabIndex: 0,
    'aria-haspopup': 'dialog',
    'aria-expanded': isOpen,
    onClick: onToggle,
    onKeyDown(event: KeyboardEvent) {
      if (!handleHistoryKey(event, core.editor)) pressOnKey(event, onToggle)
    },
  } as const
  return (
    <div role="group" aria-label={label} className="editor-chip-group">
      <span ref={anchor} className="editor-chip" {...(isReadOnly ? {} : button)}>
        {text}
      </span>
    </div>
  )
}

/** What stands where a chip would be, to add it. */
export function AddChip({
  label,
  text,
  isOpen,
  anchor,
  onToggle,
  className,
}: ChipProps & { className: string }) {
  const { core } = useEditorView()
  const setAnchor = (element: HTMLButtonElement | null) => void (anchor.current = element)
  return (
    <div role="group" aria-label={label} className={className}>
      <button
        ref={setAnchor}
        type="button"
        className="editor-add"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={onToggle}
        onKeyDown={(event) => void handleHistoryKey(event, core.editor)}
      >
        {text}
      </button>
    </div>
  )
}

function pressOnKey(event: KeyboardEvent, press: () => void): void {
  if (event.key !== 'Enter' && event.key !== ' ') return
  event.preventDefault()
  press()
}
