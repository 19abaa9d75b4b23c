import { useState } from 'react'
import { Input, Label, NumberField, Radio, RadioGroup, Text, TextField } from 'react-aria-components'
import { Button } from '../../../../base/ui/button.tsx'
import { useTexts } from '../../../../base/ui/texts.tsx'
import { BACKUP_PERIODS, FIRST_PLAN, type BackupKeep, type BackupPlan } from '../../backup-plan.ts'
import type { StorageView } from './use-storage.ts'

const KEPT = [
  { part: 'daily', least: 1, most: 60 },
  { part: 'weekly', least: 0, most: 60 },
  { part: 'monthly', least: 0, most: 120 },
] as const

/** Where backups are made, how often, and how many are kept. */
export function PlanForm(props: {
  readonly plan: BackupPlan | null
  readonly run: StorageView['run']
  readonly isReadOnly: boolean
}) {
  const { plan, run, isReadOnly } = props
  const { translate } = useTexts()
  const [values, setValues] = useState<BackupPlan>(plan ?? { folder: '', ...FIRST_PLAN })
  const change = (part: Partial<BackupPlan>) => setValues({ ...values, ...part })
  const isSame = JSON.stringify(values) === JSON.stringify(plan)
  return (
    <form
      className="storage-part"
      aria-label={translate('storage.plan')}
      onSubmit={(event) => {
        event.preventDefault()
        run((storage) => storage.plan({ plan: { ...values, folder: values.folder.trim() } }))
      }}
    >
      <h2>{translate('storage.plan')}</h2>
      <TextField
        className="field"
        value={values.folder}
        onChange={(folder) => change({ folder })}
        isDisabled={isReadOnly}
      >
        <Label>{translate('storage.folder')}</Label>
        <Input className="input" autoComplete="off" spellCheck={false} />
        <Text slot="description" className="help">
          {translate('storage.folder.help')}
        </Text>
      </TextField>
      <RadioGroup
        className="field storage-row"
        value={values.every}
        onChange={(value) => change({ every: BACKUP_PERIODS.find((each) => each === value) ?? 'day' })}
        isDisabled={isReadOnly}
      >
        <Label>{translate('storage.every')}</Label>
        {BACKUP_PERIODS.map((each) => (
          <Radio key={each} value={each} className="radio">
            {translate(`storage.every.${each}`)}
          </Radio>
        ))}
      </RadioGroup>
      <KeepFields keep={values.keep} isReadOnly={isReadOnly} onChange={(keep) => change({ keep })} />
      <div className="storage-acts">
        <Button look="line" type="submit" isDisabled={isReadOnly || isSame || values.folder.trim() === ''}>
          {translate('storage.plan.keep')}
        </Button>
        {plan === null ? null : (
          <Button isDisabled={isReadOnly} onPress={() => run((storage) => storage.plan({ plan: null }))}>
            {translate('storage.plan.off')}
          </Button>
        )}
      </div>
    </form>
  )
}

function KeepFields(props: {
  readonly keep: BackupKeep
  readonly isReadOnly: boolean
  readonly onChange: (keep: BackupKeep) => void
}) {
  const { keep, isReadOnly, onChange } = props
  const { translate } = useTexts()
  return (
    <fieldset className="storage-keep">
      <legend>{translate('storage.keep')}</legend>
      <div className="storage-row">
        {KEPT.map(({ part, least, most }) => (
          <NumberField
            key={part}
            className="field"
            value={keep[part]}
            minValue={least}
            maxValue={most}
            isDisabled={isReadOnly}
            onChange={(value) => onChange({ ...keep, [part]: Number.isNaN(value) ? least : value })}
          >
            <Label>{translate(`storage.keep.${part}`)}</Label>
            <Input className="input" />
          </NumberField>
        ))}
      </div>
      <p className="help">{translate('storage.keep.help')}</p>
    </fieldset>
  )
}
