import { useRef, useState } from 'react'
import { Checkbox, Label, TextArea, TextField } from 'react-aria-components'
import { Button } from '../../../base/ui/button.tsx'
import { FieldHelp, FormField } from '../../../base/ui/form-field.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import {
  changeFormBlank,
  fillTemplateForm,
  listFormBlanks,
  readTemplateForm,
  type TemplateFormValues,
} from '../template-form.ts'
import { formatBlank } from '../blank.ts'
import type { Template } from '../template.ts'
import { TemplateBlanks } from './template-blanks.tsx'

/** A template's form. Nothing is kept until it is said to be; leaving it leaves the template as it was. */
export function TemplateForm(props: {
  /** What is changed, or null for a new one. */
  readonly template: Template | null
  /** The id that the template has, or that its name would give it. */
  readonly getId: (name: string) => string
  readonly onKeep: (template: Template) => void
  readonly onCancel: () => void
}) {
  const { template, getId, onKeep, onCancel } = props
  const { translate } = useTexts()
  const [values, setValues] = useState(() => fillTemplateForm(template))
  const [isTried, setTried] = useState(false)
  const read = readTemplateForm(values, getId(values.name))
  const problem = isTried && 'problem' in read ? read.problem : null
  const change = (part: Partial<TemplateFormValues>) => setValues({ ...values, ...part })
  return (
    <form
      className="template-form"
      noValidate
      aria-label={template?.name ?? translate('templates.new')}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if ('template' in read) onKeep(read.template)
      }}
    >
      <FormField
        label={translate('templates.name')}
        value={values.name}
        problem={problem?.reason === 'name-missing' ? translate('templates.name-missing') : null}
        autoFocus
        onChange={(name) => change({ name })}
      />
      <FormField
        label={translate('templates.headline')}
        help={translate('templates.blank-help', { blank: formatBlank(translate('templates.blank-label')) })}
        value={values.headline}
        onChange={(headline) => change({ headline })}
      />
      <BodyField value={values.body} onChange={(body) => change({ body })} />
      <TemplateBlanks
        blanks={listFormBlanks(values)}
        unchosen={problem?.reason === 'choices-missing' ? problem.label : null}
        onChange={(blank) => setValues(changeFormBlank(values, blank))}
      />
      <FormField
        label={translate('templates.tags')}
        help={translate('templates.tags-help')}
        value={values.tags}
        onChange={(tags) => change({ tags })}
      />
      <SeriesField isSelected={values.isSeries} onChange={(isSeries) => change({ isSeries })} />
      <FormActs onCancel={onCancel} />
    </form>
  )
}

function FormActs({ onCancel }: { readonly onCancel: () => void }) {
  const { translate } = useTexts()
  return (
    <div className="dialog-acts">
      <Button onPress={onCancel}>{translate('templates.cancel')}</Button>
      <Button look="main" type="submit">
        {translate('templates.keep')}
      </Button>
    </div>
  )
}

function SeriesField(props: {
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
}) {
  const { translate } = useTexts()
  return (
    <div>
      <Checkbox className="check" {...props}>
        {translate('templates.series')}
      </Checkbox>
      <p className="help">{translate('templates.series-help')}</p>
    </div>
  )
}

/** The paragraphs, and a button that puts a blank where the caret is. */
function BodyField({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const { translate } = useTexts()
  const ref = useRef<HTMLTextAreaElement>(null)
  function insertBlank(): void {
    const field = ref.current
    if (field === null) return
    const { selectionStart, selectionEnd } = field
    const label = value.slice(selectionStart, selectionEnd) || translate('templates.blank-label')
    field.setRangeText(`{{${label}}}`)
    onChange(field.value)
    field.focus()
    requestAnimationFrame(() =>
      field.setSelectionRange(selectionStart + 2, selectionStart + 2 + label.length),
    )
  }
  return (
    <TextField className="field" value={value} onChange={onChange}>
      <Label>{translate('templates.body')}</Label>
      <TextArea ref={ref} className="input template-body" rows={9} spellCheck={false} />
      <FieldHelp>{translate('templates.body-help')}</FieldHelp>
      <div>
        <Button look="line" isSmall onPress={insertBlank}>
          {translate('templates.insert-blank')}
        </Button>
      </div>
    </TextField>
  )
}
