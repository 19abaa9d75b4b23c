import { useState } from 'react'
import { FieldError, Label, Text, TextArea, TextField } from 'react-aria-components'
import { Button } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import { findCategoryProblem } from '../categories.ts'
import './categories.css'

export interface CategoriesFormProps {
  readonly categories: readonly string[]
  readonly isReadOnly: boolean
  readonly onKeep: (categories: readonly string[]) => void
}

/** The house's categories, one a line. Nothing is kept until it is said to be. */
export function CategoriesForm({ categories, isReadOnly, onKeep }: CategoriesFormProps) {
  const { translate } = useTexts()
  const [typed, setTyped] = useState<string | null>(null)
  const [isTried, setTried] = useState(false)
  const names = typed === null ? categories : splitLines(typed)
  const problem = isTried ? findCategoryProblem(names) : null
  return (
    <form
      className="categories-form"
      noValidate
      aria-label={translate('house.categories')}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (findCategoryProblem(names) !== null) return
        if (typed !== null) onKeep(names)
        setTyped(null)
      }}
    >
      <TextField
        className="field"
        value={typed ?? categories.join('\n')}
        isReadOnly={isReadOnly}
        isInvalid={problem !== null}
        onChange={setTyped}
      >
        <Label>{translate('house.categories')}</Label>
        <TextArea className="input" rows={Math.min(12, Math.max(4, names.length + 1))} spellCheck={false} />
        <Text slot="description" className="help">
          {translate('house.categories-help')}
        </Text>
        <FieldError className="problem">
          {problem === null
            ? null
            : translate(`house.category-refused.${problem.reason}`, { name: problem.name })}
        </FieldError>
      </TextField>
      {isReadOnly ? null : (
        <div>
          <Button look="soft" isSmall type="submit" isDisabled={typed === null}>
            {translate('house.categories-keep')}
          </Button>
        </div>
      )}
    </form>
  )
}

function splitLines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
