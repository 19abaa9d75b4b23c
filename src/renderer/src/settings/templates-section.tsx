import { Button } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { SectionProps } from './section.ts'

/** The way to the house's templates, which have a page of their own. */
export function TemplatesSection({ desk: { house, places } }: SectionProps) {
  const { translate } = useTexts()
  return (
    <>
      <p>{translate('settings.templates.help', { count: house.templates.length })}</p>
      <div>
        <Button look="line" onPress={() => places.toggleView('templates')}>
          {translate('settings.templates.open')}
        </Button>
      </div>
    </>
  )
}
