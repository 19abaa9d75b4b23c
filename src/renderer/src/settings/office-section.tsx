import { useMemo, useState } from 'react'
import { FormField } from '../../../base/ui/form-field.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import {
  fillOfficeForm,
  findHouseProblems,
  readOfficeForm,
  trimOffice,
  type OfficeParts,
  type OfficeValues,
} from '../../../newsroom/house/index.ts'
import { changeHouse } from '../acts/house.ts'
import { FormFoot } from './form-foot.tsx'
import { createFormStore, useForm, type Form } from './form-store.ts'
import { OfficeSample } from './office-sample.tsx'
import { PlacesField } from './places-field.tsx'
import { useProblems, type Problems } from './problems.ts'
import type { SectionProps } from './section.ts'
import { ZoneField } from './zone-field.tsx'

const store = createFormStore<OfficeParts>()

/** The office: its names, places and sites, and the patterns of its datelines and credit lines, with a live sample. */
export function OfficeSection({ desk }: SectionProps) {
  const { house, run, isReadOnly } = desk
  const { organisation, dateline, credit } = house
  const stored = useMemo(() => ({ organisation, dateline, credit }), [organisation, dateline, credit])
  const form = useForm(store, stored)
  const [isTried, setTried] = useState(false)
  const office = { ...house, ...trimOffice(form.values) }
  const found = findHouseProblems(office).filter(({ at }) => !at.startsWith('staff.'))
  const problems = useProblems(found, isTried)
  return (
    <div className="settings-split">
      <form
        className="settings-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (found.length > 0) return
          run(
            changeHouse(
              { base: form.base, changes: trimOffice(form.values) },
              'settings.office.kept',
              form.reset,
            ),
          )
        }}
      >
        <OfficeFields form={form} problems={problems} />
        <FormFoot form={form} isReadOnly={isReadOnly} />
      </form>
      <OfficeSample house={office} problem={problems.first} />
    </div>
  )
}

function OfficeFields({ form, problems }: { readonly form: Form<OfficeParts>; readonly problems: Problems }) {
  const { translate } = useTexts()
  const values = fillOfficeForm(form.values)
  const change = (part: Partial<OfficeValues>) =>
    form.change(readOfficeForm({ ...values, ...part }, form.values))
  const field = (name: TextName, at: string, help?: string) => ({
    label: translate(`settings.office.${name}`),
    value: values[name],
    problem: problems.at(at),
    ...(help === undefined ? {} : { help: translate(help) }),
    onChange: (value: string) => change({ [name]: value }),
  })
  return (
    <>
      <FormField {...field('name', 'organisation.name')} />
      <FormField {...field('short', 'organisation.short', 'settings.office.short.help')} />
      <ZoneField value={values.zone} onChange={(zone) => change({ zone })} />
      <PlacesField places={values.places} problems={problems} onChange={(places) => change({ places })} />
      <FormField {...field('datelinePattern', 'dateline.pattern', 'settings.office.datelinePattern.help')} />
      <FormField {...field('creditPattern', 'credit.pattern', 'settings.office.creditPattern.help')} />
      <div className="settings-two">
        <FormField {...field('archive', 'credit.archive', 'settings.office.archive.help')} />
        <FormField {...field('creditOrganisation', 'credit.organisation')} />
      </div>
    </>
  )
}

type TextName = 'name' | 'short' | 'datelinePattern' | 'creditPattern' | 'archive' | 'creditOrganisation'
