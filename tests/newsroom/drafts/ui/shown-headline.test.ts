import { expect, it } from 'vitest'
import { showHeadline } from '../../../../src/newsroom/drafts/ui/shown-headline.ts'

it('shows what is to be filled in in angle quotes, and the rest as it is', () => {
  expect(['KPU Terima {{lembaga}} di {{tempat}}', 'Tanpa {{', ''].map(showHeadline)).toEqual([
    'KPU Terima ‹lembaga› di ‹tempat›',
    'Tanpa {{',
    '',
  ])
})
