import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { Button, IconButton } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import { formatLongDay } from '../../../base/ui/time.ts'
import type { StaffMember } from '../../../newsroom/house/index.ts'

const ICON = { size: 16, strokeWidth: 1.6 } as const

export interface StaffRowProps {
  readonly member: StaffMember
  readonly isPresent: boolean
  readonly isReadOnly: boolean
  readonly onEdit: () => void
  /** Null for the first, or the last. */
  readonly onUp: (() => void) | null
  readonly onDown: (() => void) | null
  readonly onLeave: () => void
  readonly onReturn: () => void
  readonly onRemove: () => void
}

/** Somebody on the staff, and what can be done with the entry. */
export function StaffRow(props: StaffRowProps) {
  const { member, isPresent, isReadOnly, onUp, onDown } = props
  const { translate } = useTexts()
  const { initials, name, to } = member
  return (
    <li className={isPresent ? 'settings-item' : 'settings-item is-past'}>
      <b className="settings-initials">{initials}</b>
      <div>
        <b>{name}</b>
        <p className="help">
          <Facts member={member} />
        </p>
      </div>
      <div className="settings-acts">
        <Button
          isSmall
          isDisabled={isReadOnly}
          onPress={props.onEdit}
          aria-label={translate('settings.staff.edit', { name })}
        >
          {translate('settings.edit')}
        </Button>
        <Button
          isSmall
          isDisabled={isReadOnly}
          onPress={to === undefined ? props.onLeave : props.onReturn}
          aria-label={translate(to === undefined ? 'settings.staff.leave-one' : 'settings.staff.return-one', {
            name,
          })}
        >
          {translate(to === undefined ? 'settings.staff.leave' : 'settings.staff.return')}
        </Button>
        <IconButton
          label={translate('settings.staff.up', { name })}
          icon={<ArrowUp {...ICON} />}
          isDisabled={isReadOnly || onUp === null}
          onPress={onUp ?? undefined}
        />
        <IconButton
          label={translate('settings.staff.down', { name })}
          icon={<ArrowDown {...ICON} />}
          isDisabled={isReadOnly || onDown === null}
          onPress={onDown ?? undefined}
        />
        <IconButton
          label={translate('settings.staff.remove', { name })}
          icon={<Trash2 {...ICON} />}
          isDisabled={isReadOnly}
          onPress={props.onRemove}
        />
      </div>
    </li>
  )
}

/** Roles, and from when to when, in the reader's language. */
function Facts({ member: { roles, from, to } }: Pick<StaffRowProps, 'member'>) {
  const { translate, locale } = useTexts()
  const words = [
    roles.length === 0
      ? translate('settings.staff.no-role')
      : roles.map((role) => translate(`settings.role.${role}`)).join(', '),
    ...(from === undefined ? [] : [translate('settings.staff.since', { day: formatLongDay(from, locale) })]),
    ...(to === undefined ? [] : [translate('settings.staff.until', { day: formatLongDay(to, locale) })]),
  ]
  return words.join(' · ')
}
