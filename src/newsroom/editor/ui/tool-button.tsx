import type { LucideIcon } from 'lucide-react'
import type { RefObject } from 'react'

/** A button of the toolbar. A click leaves the focus, and with it the selection, in the text. */
export function ToolButton(props: {
  icon: LucideIcon
  label: string
  keys?: string
  isPressed?: boolean
  isDisabled?: boolean
  hasPopup?: boolean
  isExpanded?: boolean
  buttonRef?: RefObject<HTMLButtonElement | null>
  onPress(): void
}) {
  const { icon: Icon, label, isDisabled = false } = props
  return (
    <button
      ref={props.buttonRef}
      type="button"
      className="editor-tool"
      aria-label={label}
      title={props.keys === undefined ? label : `${label} (${props.keys})`}
      aria-keyshortcuts={props.keys?.replaceAll(' ', '+').replace('Ctrl', 'Control')}
      aria-pressed={props.isPressed}
      aria-disabled={isDisabled || undefined}
      aria-haspopup={props.hasPopup === true ? 'dialog' : undefined}
      aria-expanded={props.isExpanded}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!isDisabled) props.onPress()
      }}
    >
      <Icon size={16} strokeWidth={1.6} aria-hidden />
    </button>
  )
}
