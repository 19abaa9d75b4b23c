import { CategoriesForm } from '../../../newsroom/house/ui/index.ts'
import { changeHouse } from '../acts/house.ts'
import type { SectionProps } from './section.ts'

/** The categories that stories are sorted into. */
export function CategoriesSection({ desk: { house, run, isReadOnly } }: SectionProps) {
  const { categories } = house
  return (
    <CategoriesForm
      categories={categories}
      isReadOnly={isReadOnly}
      onKeep={(kept) =>
        run(changeHouse({ base: { categories }, changes: { categories: kept } }, 'settings.categories.kept'))
      }
    />
  )
}
