import { Plus, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button, IconButton } from '../../../base/ui/button.tsx'
import { FormField } from '../../../base/ui/form-field.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import { fillWordsForm, readWordsForm, type WordsValues } from '../../../newsroom/house/index.ts'
import { changeHouse } from '../acts/house.ts'
import { FormFoot } from './form-foot.tsx'
import { createFormStore, useForm, type Form } from './form-store.ts'
import { useProblems, type Problems } from './problems.ts'
import type { SectionProps } from './section.ts'

const store = createFormStore<WordsValues>()

/** The house's words: what is written instead of what, and the acronyms that every reader knows. */
export function WordsSection({ desk: { house, run, isReadOnly } }: SectionProps) {
  const { translate } = useTexts()
  const form = useForm(
    store,
    useMemo(() => fillWordsForm(house.terms), [house.terms]),
  )
  const [isTried, setTried] = useState(false)
  const { terms, problems: found } = readWordsForm(form.values)
  const problems = useProblems(found, isTried)
  return (
    <form
      className="settings-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (found.length > 0) return
        // What the form was filled with may be written otherwise in the file, and is the same.
        const base = form.isOutdated ? readWordsForm(form.base).terms : house.terms
        run(changeHouse({ base: { terms: base }, changes: { terms } }, 'settings.words.kept', form.reset))
      }}
    >
      <p className="help">{translate('settings.words.help')}</p>
      <PreferField form={form} problems={problems} />
      <FormField
        label={translate('settings.words.free')}
        value={form.values.free}
        help={translate('settings.words.free.help')}
        onChange={(free) => form.change({ free })}
      />
      <FormFoot form={form} isReadOnly={isReadOnly} />
    </form>
  )
}

function PreferField({ form, problems }: { readonly form: Form<WordsValues>; readonly problems: Problems }) {
  const { translate } = useTexts()
  const { prefer } = form.values
  const change = (i: number, part: Partial<WordsValues['prefer'][number]>) =>
    form.change({ prefer: prefer.map((row, at) => (at === i ? { ...row, ...part } : row)) })
  return (
    <fieldset className="settings-fieldset">
      <legend>{translate('settings.words.prefer')}</legend>
      {prefer.length === 0 ? <p className="help">{translate('settings.words.empty')}</p> : null}
      {prefer.map((row, i) => (
        <div key={i} className="settings-row">
          <FormField
            label={translate('settings.words.form')}
            value={row.form}
            problem={problems.at(`terms.${i}.form`)}
            onChange={(value) => change(i, { form: value })}
          />
          <FormField
            label={translate('settings.words.instead')}
            value={row.instead}
            placeholder={translate('settings.words.instead.help')}
            problem={problems.at(`terms.${i}.instead`)}
            onChange={(value) => change(i, { instead: value })}
          />
          <IconButton
            label={translate('settings.words.remove', { form: row.form })}
            icon={<Trash2 size={16} strokeWidth={1.6} />}
            onPress={() => form.change({ prefer: prefer.toSpliced(i, 1) })}
          />
        </div>
      ))}
      <div>
        <Button
          look="line"
          isSmall
          icon={<Plus size={16} strokeWidth={1.6} />}
          onPress={() => form.change({ prefer: [...prefer, { form: '', instead: '' }] })}
        >
          {translate('settings.words.add')}
        </Button>
      </div>
    </fieldset>
  )
}
