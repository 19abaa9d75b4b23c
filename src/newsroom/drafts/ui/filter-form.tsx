import { useEffect, useId, useState } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { isRedaksiError } from '../../../base/errors.ts'
import { Button } from '../../../base/ui/button.tsx'
import { useTexts, type Texts } from '../../../base/ui/texts.tsx'
import { formatMonth, formatNumber } from '../../../base/ui/time.ts'
import type { Opened } from '../../../base/ui/use-opener.ts'
import type { AppClient } from '../../../bridge/index.ts'
import type { StaffMember } from '../../house/index.ts'
import type { ListChoice, ListChoices } from '../list.ts'
import { listNarrowings, toFilter, type LibraryAsk } from './library-ask.ts'
import { nameWriter } from './narrowing-words.ts'

export interface FilterFormProps {
  readonly client: AppClient
  readonly ask: LibraryAsk
  readonly staff: readonly StaffMember[]
  readonly onAsk: (change: Partial<LibraryAsk>) => void
  readonly onClearAll: () => void
}

const FIELDS = ['status', 'place', 'writer', 'month'] as const
type Field = (typeof FIELDS)[number]
const CHOICES = { status: 'statuses', place: 'places', writer: 'writers', month: 'months' } as const

/** Narrows the list to what is in the library: each choice says how many stories it would leave. */
export function FilterForm({ client, ask, staff, onAsk, onClearAll, ...opened }: FilterFormProps & Opened) {
  const texts = useTexts()
  const { translate } = texts
  const choices = useChoices(client, ask)
  return (
    <Popover {...opened} className="float form-float" placement="bottom start">
      <Dialog className="dialog filter-form" aria-label={translate('library.filter')}>
        {FIELDS.map((field) => (
          <FilterField
            key={field}
            label={translate(`library.filter.${field}`)}
            everything={translate(`library.filter.${field}.any`)}
            value={ask[field]}
            choices={choices?.[CHOICES[field]] ?? []}
            describe={(value) => describeChoice(field, value, texts, staff)}
            onChoose={(value) => onAsk({ [field]: value })}
          />
        ))}
        <Button look="line" onPress={onClearAll} isDisabled={listNarrowings(ask).length === 0}>
          {translate('library.clear-all')}
        </Button>
      </Dialog>
    </Popover>
  )
}

function FilterField(props: {
  readonly label: string
  readonly everything: string
  readonly value: string | null
  readonly choices: readonly ListChoice[]
  readonly describe: (value: string) => string
  readonly onChoose: (value: string | null) => void
}) {
  const { label, everything, value, choices, describe, onChoose } = props
  const { locale } = useTexts()
  const id = useId()
  // What is chosen stays to be seen even where it would leave nothing.
  const shown =
    value === null || choices.some((choice) => choice.value === value)
      ? choices
      : [{ value, count: 0 }, ...choices]
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value ?? ''}
        onChange={({ target }) => onChoose(target.value === '' ? null : target.value)}
      >
        <option value="">{everything}</option>
        {shown.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {describe(choice.value)} ({formatNumber(choice.count, locale)})
          </option>
        ))}
      </select>
    </div>
  )
}

function describeChoice(
  field: Field,
  value: string,
  { translate, locale }: Texts,
  staff: readonly StaffMember[],
) {
  if (field === 'status') return translate(`status.${value}`)
  if (field === 'month') return formatMonth(value, locale)
  return field === 'place' ? value : nameWriter(value, staff)
}

/** What there is to choose from while the form is open; the last known while it is asked anew. */
function useChoices(client: AppClient, ask: LibraryAsk): ListChoices | null {
  const [choices, setChoices] = useState<ListChoices | null>(null)
  useEffect(() => {
    let isOn = true
    client.drafts.listChoices(toFilter(ask)).then(
      (found) => isOn && setChoices(found),
      // The list itself says when it cannot be had.
      (error: unknown) => void (isRedaksiError(error) || reportError(error)),
    )
    return () => void (isOn = false)
  }, [client, ask])
  return choices
}
