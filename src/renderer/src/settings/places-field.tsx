import { Plus, Trash2 } from 'lucide-react'
import { Button, IconButton } from '../../../base/ui/button.tsx'
import { FormField } from '../../../base/ui/form-field.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { Place } from '../../../newsroom/house/index.ts'
import type { Problems } from './problems.ts'

/** The places that datelines name, each with its site. The first is the usual one. */
export function PlacesField(props: {
  readonly places: readonly Place[]
  readonly problems: Problems
  readonly onChange: (places: readonly Place[]) => void
}) {
  const { places, problems, onChange } = props
  const { translate } = useTexts()
  const change = (i: number, part: Partial<Place>) =>
    onChange(places.map((place, at) => (at === i ? { ...place, ...part } : place)))
  return (
    <fieldset className="settings-fieldset">
      <legend>{translate('settings.office.places')}</legend>
      {places.map((place, i) => (
        <div key={i} className="settings-row">
          <FormField
            label={translate('settings.office.place')}
            value={place.place}
            problem={problems.at(`dateline.places.${i}.place`)}
            onChange={(value) => change(i, { place: value })}
          />
          <FormField
            label={translate('settings.office.site')}
            value={place.site}
            problem={problems.at(`dateline.places.${i}.site`)}
            onChange={(value) => change(i, { site: value })}
          />
          <IconButton
            label={translate('settings.office.place.remove', { place: place.place })}
            icon={<Trash2 size={16} strokeWidth={1.6} />}
            onPress={() => onChange(places.toSpliced(i, 1))}
          />
        </div>
      ))}
      <div>
        <Button
          look="line"
          isSmall
          icon={<Plus size={16} strokeWidth={1.6} />}
          onPress={() => onChange([...places, { place: '', site: '' }])}
        >
          {translate('settings.office.place.add')}
        </Button>
      </div>
    </fieldset>
  )
}
