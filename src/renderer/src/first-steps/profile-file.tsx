import { FolderOpen } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../base/ui/button.tsx'
import { FileButton } from '../../../base/ui/file-button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { House } from '../../../newsroom/house/index.ts'
import { adoptHouse } from '../acts/first-steps.ts'
import type { Desk } from '../desk.ts'

/** Opens a house profile that an office hands out; what it holds is said before it is taken over. */
export function ProfileFile({ desk, onAdopted }: { readonly desk: Desk; readonly onAdopted: () => void }) {
  const { translate } = useTexts()
  const [profile, setProfile] = useState<House | null>(null)
  const read = (file: File) =>
    desk.run(async ({ client }) => setProfile(await client.house.readFile({ text: await file.text() })))
  if (profile === null) return <OpenProfile isDisabled={desk.isReadOnly} onFile={read} />
  const { organisation, staff, templates } = profile
  return (
    <div className="first-steps-profile" role="status">
      <p>
        <b>{organisation.name}</b>{' '}
        {translate('first-steps.profile.holds', { people: staff.length, templates: templates.length })}
      </p>
      <Button look="soft" isSmall onPress={() => desk.run(adoptHouse(desk.house, profile, onAdopted))}>
        {translate('first-steps.profile.take')}
      </Button>
      <Button isSmall onPress={() => setProfile(null)}>
        {translate('settings.cancel')}
      </Button>
    </div>
  )
}

function OpenProfile(props: { readonly isDisabled: boolean; readonly onFile: (file: File) => void }) {
  const { translate } = useTexts()
  return (
    <p className="first-steps-other">
      {translate('first-steps.profile.help')}{' '}
      <FileButton
        {...props}
        look="line"
        isSmall
        icon={<FolderOpen size={16} strokeWidth={1.6} />}
        label={translate('first-steps.profile.open')}
        accept="application/json,.json"
      />
    </p>
  )
}
