import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className'> {
  /** `main` is the next step, one a screen; `line` and `soft` are choices; `plain` is quiet; `danger` takes away. */
  readonly look?: 'main' | 'line' | 'soft' | 'plain' | 'danger'
  readonly isSmall?: boolean
  readonly icon?: ReactNode
  readonly children: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button with its words. */
export function Button({ look = 'plain', isSmall = false, icon, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`btn ${look}${isSmall ? ' small' : ''}`}>
      {icon}
      {children}
    </AriaButton>
  )
}

/** A button that is an icon alone, and says its name to those who cannot see it or do not know it. */
export function IconButton({
  label,
  icon,
  ...rest
}: Omit<ButtonProps, 'children' | 'look'> & { readonly label: string }) {
  return (
    <AriaButton {...rest} aria-label={label} className="icon-btn">
      {icon}
    </AriaButton>
  )
}
