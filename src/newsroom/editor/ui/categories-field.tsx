import { useState } from 'react'
import { Checkbox, CheckboxGroup, Label, Text } from 'react-aria-components'
import { Button } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import { CategoriesForm } from '../../house/ui/index.ts'

export interface CategoriesFieldProps {
  /** Those of the house. */
  readonly known: readonly string[]
  /** Those of the story: some may come from elsewhere. */
  readonly chosen: readonly string[]
  readonly isReadOnly: boolean
  readonly onChange: (chosen: readonly string[]) => void
  /** Changes the house's own list. */
  readonly onKeep: (known: readonly string[]) => void
}

/** What a story is sorted by, for readers. The list itself is the house's, and is changed here too. */
export function CategoriesField({ known, chosen, isReadOnly, onChange, onKeep }: CategoriesFieldProps) {
  const { translate } = useTexts()
  const [isListed, setListed] = useState(false)
  const offered = [...known, ...chosen.filter((name) => !known.includes(name))]
  return (
    <div className="field">
      <CheckboxGroup
        className="field"
        value={[...chosen]}
        isReadOnly={isReadOnly}
        onChange={(names) => onChange(offered.filter((name) => names.includes(name)))}
      >
        <Label>{translate('details.categories')}</Label>
        {offered.map((name) => (
          <Checkbox key={name} value={name} className="check">
            {name}
          </Checkbox>
        ))}
        <Text slot="description" className="help">
          {translate(offered.length === 0 ? 'details.categories-none' : 'details.categories-help')}
        </Text>
      </CheckboxGroup>
      {isListed ? (
        <CategoriesForm
          categories={known}
          isReadOnly={isReadOnly}
          onKeep={(names) => {
            onKeep(names)
            setListed(false)
          }}
        />
      ) : isReadOnly ? null : (
        <div>
          <Button look="plain" isSmall onPress={() => setListed(true)}>
            {translate('details.categories-list')}
          </Button>
        </div>
      )}
    </div>
  )
}
