import { useState } from 'react'
import type { StaffMember } from '../../house/index.ts'
import { formatCreditLine } from '../../story/index.ts'
import {
  fillCreditForm,
  readCreditForm,
  type CreditFormProblem,
  type CreditFormValues,
} from '../credit-form.ts'
import { useEditorView, useViewState } from './editor-context.ts'
import { ChipFormFrame, SuggestField } from './form-parts.tsx'
import { PeopleField } from './people-field.tsx'
import type { ChipFormProps } from './use-chip-form.ts'

const PEOPLE = {
  writers: 'writer',
  editors: 'editor',
  photographers: 'photographer',
} as const satisfies Record<string, StaffMember['roles'][number]>

/** The credit line's form: who wrote, edited and photographed, by the staff directory or free. What reads back is set at once. */
export function CreditForm({ step, anchor, onClose, onLeave }: ChipFormProps) {
  const { core, house, translate, help } = useEditorView()
  const current = useViewState('credit')
  const [values, setValues] = useState(() => fillCreditForm(current, house.credit.organisation))
  const [join] = useState(current?.join ?? 'space')
  const options = { staff: house.staff, rule: house.credit, join }
  const reading = readCreditForm(values, options)
  const problem = 'problem' in reading ? reading.problem : null

  function change(part: Partial<CreditFormValues>): void {
    const next = { ...values, ...part }
    setValues(next)
    const read = readCreditForm(next, options)
    if ('credit' in read) core.fields.setCredit(read.credit, step)
  }
  const people = (name: keyof typeof PEOPLE) => ({
    label: translate(`editor.credit-${name}`),
    value: values[name],
    role: PEOPLE[name],
    problem: describeProblem(problem, name, current !== null, translate),
    onChange: (value: string) => change({ [name]: value }),
  })
  return (
    <ChipFormFrame
      label={translate('editor.credit')}
      anchor={anchor}
      onClose={onClose}
      help={translate('editor.people-help')}
      done={translate('editor.form-done')}
      remove={current === null ? null : translate('editor.credit-remove')}
      onDone={() => {
        if (problem !== null && current !== null) return
        if (current !== null) help.onUse({ credit: current })
        onLeave()
      }}
      onCancel={() => {
        core.fields.cancel(step)
        onLeave()
      }}
      onRemove={() => {
        core.fields.setCredit(null, step)
        onLeave()
      }}
    >
      <div className="editor-two">
        <PeopleField {...people('writers')} autoFocus />
        <PeopleField {...people('editors')} />
      </div>
      <PeopleField {...people('photographers')} isDisabled={values.isArchive} />
      <PhotoFields
        values={values}
        problem={describeProblem(problem, 'organisation', true, translate)}
        onChange={change}
      />
      <p className="editor-as" aria-live="polite">
        {current === null ? '—' : formatCreditLine(current, house.credit)}
      </p>
    </ChipFormFrame>
  )
}

/** Whether the photo is from the archive, and whose it is. */
function PhotoFields(props: {
  values: CreditFormValues
  problem: string | null
  onChange(part: Partial<CreditFormValues>): void
}) {
  const { house, translate } = useEditorView()
  const { archive, organisation } = house.credit
  return (
    <>
      <label className="editor-check">
        <input
          type="checkbox"
          checked={props.values.isArchive}
          onChange={(event) => props.onChange({ isArchive: event.target.checked })}
        />
        {translate('editor.credit-archive', { word: archive })}
      </label>
      <SuggestField
        label={translate('editor.credit-organisation')}
        value={props.values.organisation}
        problem={props.problem}
        suggestions={[{ value: organisation, content: organisation }]}
        suggestionsLabel={translate('editor.suggestions')}
        onChange={(value) => props.onChange({ organisation: value })}
      />
    </>
  )
}

/** An empty form is not scolded for what is still to be filled in. */
function describeProblem(
  problem: CreditFormProblem | null,
  field: CreditFormProblem['field'],
  isMissingShown: boolean,
  translate: ReturnType<typeof useEditorView>['translate'],
): string | null {
  if (problem === null || problem.field !== field) return null
  if (problem.reason === 'missing') {
    return isMissingShown && problem.field !== 'photographers'
      ? translate(`editor.problem-${problem.field}-missing`)
      : null
  }
  return translate(`editor.problem-${problem.field}-unreadable`)
}
