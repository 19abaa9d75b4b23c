import { useState } from 'react'
import { Dialog, Label, Popover, Radio, RadioGroup, Text } from 'react-aria-components'
import { Button } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { Opened } from '../../../base/ui/use-opener.ts'
import type { StaffMember } from '../../../newsroom/house/index.ts'

const KEY = 'redaksi.editor'

/** Signs a revision off, under the name of one of the house's editors. */
export function ApproveForm(
  props: Opened & {
    readonly revision: number
    readonly editors: readonly StaffMember[]
    /** Who writes at this machine, as initials, or null. */
    readonly person: string | null
    readonly onApprove: (by: string) => void
  },
) {
  const { revision, editors, person, onApprove, ...opened } = props
  const { translate } = useTexts()
  const find = (initials: string | null) => editors.find((member) => member.initials === initials)
  const usual = find(person) ?? find(localStorage.getItem(KEY)) ?? editors[0]
  const [by, setBy] = useState(usual?.initials ?? '')
  return (
    <Popover {...opened} className="float form-float" placement="bottom end">
      <Dialog className="dialog" aria-label={translate('app.approve.confirm', { revision })}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            localStorage.setItem(KEY, by)
            onApprove(by)
            // Refused, the button is still there, and its form must not be.
            opened.onOpenChange(false)
          }}
        >
          <RadioGroup value={by} onChange={setBy} className="field">
            <Label>{translate('app.approve.by')}</Label>
            {editors.map(({ initials, name }) => (
              <Radio key={initials} value={initials} className="radio">
                {name} <span>{initials}</span>
              </Radio>
            ))}
            <Text slot="description" className="help">
              {translate('app.approve.help')}
            </Text>
          </RadioGroup>
          <div className="dialog-acts">
            <Button look="main" type="submit">
              {translate('app.approve.confirm', { revision })}
            </Button>
          </div>
        </form>
      </Dialog>
    </Popover>
  )
}
