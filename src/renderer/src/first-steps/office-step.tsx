import { useState } from 'react'
import { Button } from '../../../base/ui/button.tsx'
import { FormField } from '../../../base/ui/form-field.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import {
  fillFirstOffice,
  findHouseProblems,
  nameOffice,
  readFirstOffice,
  type FirstOffice,
  type House,
} from '../../../newsroom/house/index.ts'
import { changeHouse } from '../acts/house.ts'
import { useForm, type Form } from '../settings/form-store.ts'
import { LanguageSection } from '../settings/language-section.tsx'
import { OfficeSample } from '../settings/office-sample.tsx'
import { ZoneField } from '../settings/zone-field.tsx'
import { useProblems, type Problems } from '../settings/problems.ts'
import { createKeptStore } from './kept-store.ts'
import { ProfileFile } from './profile-file.tsx'
import { isStarterOffice, STARTER } from './starter.ts'
import { mayTakeFocus, type StepProps } from './step.ts'

const store = createKeptStore<FirstOffice>('office', readFirstOffice)
const NOT_SAID = { name: '', short: '', place: '', site: '' }

/** The language, and the office: its names, place and site, with a story of it as it would be read. */
export function OfficeStep({ desk, foot, onNext }: StepProps) {
  const { house, run } = desk
  const { translate } = useTexts()
  const stored = fillFirstOffice(house)
  // The office that a new library comes with is nobody's: it is an example, and is not to be wiped out letter by letter.
  const form = useForm(store, isStarterOffice(house) ? { ...stored, ...NOT_SAID } : stored)
  const [isTried, setTried] = useState(false)
  const parts = nameOffice(house, form.values)
  const found = findOfficeProblems(house, form.values)
  const problems = useProblems(found, isTried)
  const { organisation, dateline, credit, templates } = house
  const keep = () =>
    run(
      changeHouse(
        { base: { organisation, dateline, credit, templates }, changes: parts },
        'settings.office.kept',
        () => {
          form.reset()
          onNext()
        },
      ),
    )
  return (
    <div className="first-steps-step">
      <form
        className="first-steps-ask settings-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (!form.isChanged && found.length === 0) onNext()
          else if (found.length === 0) keep()
        }}
      >
        <h1>{translate('first-steps.office')}</h1>
        <p className="first-steps-lead">{translate('first-steps.office.lead')}</p>
        <LanguageSection />
        <OfficeFields form={form} problems={problems} />
        {foot(
          <Button look="main" type="submit" isDisabled={desk.isReadOnly}>
            {translate('first-steps.next')}
          </Button>,
        )}
        <ProfileFile
          desk={desk}
          onAdopted={() => {
            form.reset()
            onNext()
          }}
        />
      </form>
      <OfficeSample
        house={{ ...house, ...nameOffice(house, fillGaps(form.values, stored)) }}
        problem={problems.first}
      />
    </div>
  )
}

function OfficeFields({ form, problems }: { readonly form: Form<FirstOffice>; readonly problems: Problems }) {
  const { translate } = useTexts()
  const { values, change } = form
  const example = (words: string) => translate('first-steps.example', { words })
  const { organisation, dateline } = STARTER
  const usual = dateline.places[0]
  return (
    <>
      <FormField
        label={translate('settings.office.name')}
        value={values.name}
        placeholder={example(organisation.name)}
        problem={problems.at('organisation.name')}
        autoFocus={mayTakeFocus()}
        onChange={(name) => change({ name })}
      />
      <FormField
        label={translate('settings.office.short')}
        value={values.short}
        placeholder={example(organisation.short)}
        help={translate('settings.office.short.help')}
        problem={problems.at('organisation.short') ?? problems.at('credit.organisation')}
        onChange={(short) => change({ short })}
      />
      <div className="settings-two">
        <FormField
          label={translate('settings.office.place')}
          value={values.place}
          placeholder={example(usual?.place ?? '')}
          problem={problems.at('dateline.places.0.place')}
          onChange={(place) => change({ place })}
        />
        <FormField
          label={translate('settings.office.site')}
          value={values.site}
          placeholder={example(usual?.site ?? '')}
          problem={problems.at('dateline.places.0.site')}
          onChange={(site) => change({ site })}
        />
      </div>
      <ZoneField value={values.zone} onChange={(zone) => change({ zone })} />
    </>
  )
}

/** What is wrong with an office as it is typed. A line without its site cannot be read back, but that is not its fault. */
function findOfficeProblems(house: House, office: FirstOffice) {
  return findHouseProblems({ ...house, ...nameOffice(house, office) })
    .filter(({ at }) => !at.startsWith('staff.'))
    .map((problem) =>
      problem.at === 'dateline.places.0.site' && office.site.trim() === ''
        ? { ...problem, reason: 'empty' as const }
        : problem,
    )
}

/** An office for the sample: what is not said yet is as it stands in the profile. */
function fillGaps(office: FirstOffice, stored: FirstOffice): FirstOffice {
  const said = Object.entries(office).filter(([, words]) => words.trim() !== '')
  return { ...stored, ...Object.fromEntries(said) }
}
