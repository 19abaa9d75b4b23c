import type { LucideIcon } from 'lucide-react'

interface BarButtonProps {
  readonly icon: LucideIcon
  readonly label: string
  /** The keys that do the same, as a person reads them. */
  readonly keys?: string
  readonly isDisabled?: boolean
  readonly isPressed?: boolean
  readonly isExpanded?: boolean
  onPress(): void
}

/** A button of the bar: an icon with a name. One that cannot be used keeps the focus. */
export function BarButton(props: BarButtonProps) {
  const { icon: Icon, label, keys, isDisabled = false } = props
  return (
    <button
      type="button"
      className="editor-tool"
      aria-label={label}
      title={keys === undefined ? label : `${label} (${keys})`}
      aria-disabled={isDisabled || undefined}
      aria-pressed={props.isPressed}
      aria-expanded={props.isExpanded}
      onClick={() => {
        if (!isDisabled) props.onPress()
      }}
    >
      <Icon size={16} strokeWidth={1.6} aria-hidden />
    </button>
  )
}
