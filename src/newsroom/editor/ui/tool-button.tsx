import type { LucideIcon } from 'lucide-react'
import type { RefObject } from 'react'

/** A button of the toolbar. A click leaves the focus, and with it the selection, in the text. */
export function ToolButton(props: {
  icon: LucideIcon
  label: string
  /** The keys that do the same, beside Ctrl or Cmd: `Shift Z`. */
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
      title={props.keys === undefined ? label : `${label} (${IS_MAC ? 'Cmd' : 'Ctrl'} ${props.keys})`}
      aria-keyshortcuts={
        props.keys === undefined
          ? undefined
          : `${IS_MAC ? 'Meta' : 'Control'}+${props.keys.replaceAll(' ', '+')}`
      }
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

const IS_MAC = /^(?:Mac|iP)/.test(navigator.platform)
