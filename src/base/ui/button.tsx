import type { ComponentProps, ReactNode } from 'react'

export interface ButtonProps extends Omit<
  ComponentProps<'button'>,
  'children' | 'className' | 'disabled' | 'onClick'
> {
  /** `main` is the next step, one a screen; `line` and `soft` are choices; `plain` is quiet; `danger` takes away. */
  readonly look?: 'main' | 'line' | 'soft' | 'plain' | 'danger'
  readonly isSmall?: boolean
  readonly icon?: ReactNode
  readonly children: ReactNode
  readonly isDisabled?: boolean | undefined
  readonly onPress?: (() => void) | undefined
}

/** A button with its words. It is the browser's own, so that the first screen needs no library of widgets. */
export function Button({ look = 'plain', isSmall = false, icon, children, ...rest }: ButtonProps) {
  return (
    <BareButton {...rest} className={`btn ${look}${isSmall ? ' small' : ''}`}>
      {icon}
      {children}
    </BareButton>
  )
}

/** A button that is an icon alone, and says its name to those who cannot see it or do not know it. */
export function IconButton({
  label,
  icon,
  ...rest
}: Omit<ButtonProps, 'children' | 'look'> & { readonly label: string }) {
  return (
    <BareButton {...rest} aria-label={label} className="icon-btn">
      {icon}
    </BareButton>
  )
}

function BareButton({
  isDisabled,
  onPress,
  ...rest
}: Omit<ButtonProps, 'look' | 'icon'> & { readonly className: string }) {
  return <button type="button" {...rest} disabled={isDisabled} onClick={() => onPress?.()} />
}
