import { useState } from 'react'
import { Input, Label, Radio, RadioGroup, Text, TextField } from 'react-aria-components'
import { formatBytes } from '../../../../base/ui/bytes.ts'
import { Button } from '../../../../base/ui/button.tsx'
import { useTexts } from '../../../../base/ui/texts.tsx'
import type { StorageState } from '../../storage-methods.ts'
import { formatBackupTime } from './backup-time.ts'
import type { StorageView } from './use-storage.ts'

/** Brings a backup back, as a library of its own beside the present one, which stays as it is. */
export function RestoreForm({
  state,
  run,
}: {
  readonly state: StorageState
  readonly run: StorageView['run']
}) {
  const { translate, locale } = useTexts()
  const { backups, task } = state
  const [folder, setFolder] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const path = backups.some((backup) => backup.path === chosen) ? chosen : (backups[0]?.path ?? null)
  if (path === null) return null
  return (
    <form
      className="storage-part"
      aria-label={translate('storage.restore')}
      onSubmit={(event) => {
        event.preventDefault()
        run((storage) => storage.restore({ path, folder: folder.trim() }))
      }}
    >
      <h2>{translate('storage.restore')}</h2>
      <RadioGroup className="field" value={path} onChange={setChosen}>
        <Label>{translate('storage.restore.which')}</Label>
        <div className="storage-choices">
          {backups.map((backup) => (
            <Radio key={backup.path} value={backup.path} className="radio">
              {formatBackupTime(backup, locale)} <span>{formatBytes(backup.bytes, locale)}</span>
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <TextField className="field" value={folder} onChange={setFolder}>
        <Label>{translate('storage.restore.folder')}</Label>
        <Input className="input" autoComplete="off" spellCheck={false} />
        <Text slot="description" className="help">
          {translate('storage.restore.help')}
        </Text>
      </TextField>
      <div>
        <Button look="line" type="submit" isDisabled={task !== null || folder.trim() === ''}>
          {translate('storage.restore.start')}
        </Button>
      </div>
    </form>
  )
}
