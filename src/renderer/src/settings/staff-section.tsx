import { ClipboardPaste, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import { getOfficeDay } from '../../../newsroom/formats/index.ts'
import { isAtOffice, type StaffMember } from '../../../newsroom/house/index.ts'
import { changeHouse } from '../acts/house.ts'
import type { SectionProps } from './section.ts'
import { StaffForm } from './staff-form.tsx'
import { StaffPaste } from './staff-paste.tsx'
import { StaffRow } from './staff-row.tsx'

const ICON = { size: 16, strokeWidth: 1.6 } as const

/** What the section shows beside the list: somebody's form by their place in it, a new one, or the rows of a spreadsheet. */
type Shown = { readonly kind: 'list' | 'new' | 'paste' } | { readonly kind: 'edit'; readonly at: number }

/** The people of the office, in the order in which they are offered. Whoever has left stays, for the names in old stories. */
export function StaffSection({ desk }: SectionProps) {
  const { house, run } = desk
  const { staff } = house
  const [shown, setShown] = useState<Shown>({ kind: 'list' })
  const showList = () => setShown({ kind: 'list' })
  const change = (next: readonly StaffMember[], said: string, onKept?: () => void) =>
    run(changeHouse({ base: { staff }, changes: { staff: next } }, said, onKept))
  const replace = (at: number, member: StaffMember) => staff.with(at, member)
  switch (shown.kind) {
    case 'new':
      return (
        <StaffForm
          member={null}
          others={staff}
          onKeep={(member) => change([...staff, member], 'settings.staff.added', showList)}
          onCancel={showList}
        />
      )
    case 'edit':
      return (
        <StaffForm
          member={staff[shown.at] ?? null}
          others={staff.toSpliced(shown.at, 1)}
          onKeep={(member) => change(replace(shown.at, member), 'settings.staff.kept', showList)}
          onCancel={showList}
        />
      )
    case 'paste':
      return (
        <StaffPaste
          staff={staff}
          onKeep={(members) => change([...staff, ...members], 'settings.staff.added-many', showList)}
          onCancel={showList}
        />
      )
    case 'list':
      return <StaffList desk={desk} onShow={setShown} onChange={change} />
  }
}

function StaffList(
  props: SectionProps & {
    readonly onShow: (shown: Shown) => void
    readonly onChange: (staff: readonly StaffMember[], said: string) => void
  },
) {
  const { desk, onShow, onChange } = props
  const { translate } = useTexts()
  const { staff, organisation } = desk.house
  const today = getOfficeDay(new Date().toISOString(), organisation.zone)
  const move = (at: number, to: number) => onChange(moveMember(staff, at, to), 'settings.staff.moved')
  return (
    <>
      <p className="help">{translate('settings.staff.help')}</p>
      <div className="settings-acts">
        <Button
          look="line"
          icon={<Plus {...ICON} />}
          isDisabled={desk.isReadOnly}
          onPress={() => onShow({ kind: 'new' })}
        >
          {translate('settings.staff.add')}
        </Button>
        <Button
          icon={<ClipboardPaste {...ICON} />}
          isDisabled={desk.isReadOnly}
          onPress={() => onShow({ kind: 'paste' })}
        >
          {translate('settings.staff.paste')}
        </Button>
      </div>
      {staff.length === 0 ? <p className="empty">{translate('settings.staff.empty')}</p> : null}
      <ul className="settings-list" aria-label={translate('settings.section.staff')}>
        {staff.map((member, at) => (
          <StaffRow
            key={member.initials}
            member={member}
            isPresent={isAtOffice(member, today)}
            isReadOnly={desk.isReadOnly}
            onEdit={() => onShow({ kind: 'edit', at })}
            onUp={at === 0 ? null : () => move(at, at - 1)}
            onDown={at === staff.length - 1 ? null : () => move(at, at + 1)}
            onLeave={() => onChange(staff.with(at, { ...member, to: today }), 'settings.staff.left')}
            onReturn={() => {
              const { to: _to, ...back } = member
              onChange(staff.with(at, back), 'settings.staff.back')
            }}
            onRemove={() => onChange(staff.toSpliced(at, 1), 'settings.staff.removed')}
          />
        ))}
      </ul>
    </>
  )
}

function moveMember(staff: readonly StaffMember[], at: number, to: number): readonly StaffMember[] {
  const member = staff[at]
  return member === undefined ? staff : staff.toSpliced(at, 1).toSpliced(to, 0, member)
}
