import writeXlsxFile, { type Cell, type Sheet } from 'write-excel-file/node'
import type { Translate } from '../../../base/translate.ts'
import { listAddresses, RECAP_GROUPS, type Recap, type RecapCount, type RecapStory } from '../recap.ts'

/**
 * A recap as a workbook (Office Open XML, ISO/IEC 29500): one sheet of the stories, one of the totals. Every text is a
 * text for the program that opens it, never a formula, whatever it begins with.
 */
export async function createRecapWorkbook(recap: Recap, translate: Translate): Promise<Uint8Array> {
  const sheets: Sheet<never>[] = [createStories(recap, translate), createTotals(recap, translate)]
  return writeXlsxFile(sheets).toBuffer()
}

/** What a cell of the format holds at most, in UTF-16 units (Excel's own limit). */
const LONGEST_CELL = 32_767

const text = (value: string): Cell => ({ type: String, value: value.slice(0, LONGEST_CELL), wrap: true })
const heading = (value: string): Cell => ({ type: String, value, fontWeight: 'bold' })

type Column = readonly [key: string, width: number, cell: (story: RecapStory, translate: Translate) => Cell]

const join = (values: readonly string[]) => text(values.join(', '))
const COLUMNS: readonly Column[] = [
  ['day', 12, ({ day }) => ({ type: Date, value: new Date(`${day}T00:00:00Z`), format: 'dd/mm/yyyy' })],
  ['headline', 60, ({ headline }) => text(headline)],
  ['writers', 24, ({ writers }) => join(writers)],
  ['editors', 20, ({ editors }) => join(editors)],
  ['photographers', 24, ({ photographers }) => join(photographers)],
  ['place', 18, ({ place }) => text(place ?? '')],
  ['templates', 20, ({ template }) => text(template ?? '')],
  ['categories', 24, ({ categories }) => join(categories)],
  ['status', 12, ({ status }, translate) => text(translate(`status.${status}`))],
  ['address', 60, (story) => text(listAddresses(story).join('\n'))],
]

function createStories({ stories }: Recap, translate: Translate): Sheet<never> {
  return {
    sheet: translate('recap.sheet.stories'),
    columns: COLUMNS.map(([, width]) => ({ width })),
    stickyRowsCount: 1,
    data: [
      COLUMNS.map(([key]) => heading(translate(`recap.column.${key}`))),
      ...stories.map((story) => COLUMNS.map(([, , cell]) => cell(story, translate))),
    ],
  }
}

function createTotals({ period, totals }: Recap, translate: Translate): Sheet<never> {
  const count = (value: number): Cell => ({ type: Number, value })
  const group = (name: string, counts: readonly RecapCount[]): (readonly Cell[])[] => [
    [],
    [heading(translate(`recap.group.${name}`)), heading(translate('recap.column.count'))],
    ...counts.map((each) => [text(each.name ?? translate('recap.none')), count(each.count)]),
  ]
  const rows = [
    [heading(translate('recap.column.period')), text(period)],
    [heading(translate('recap.column.stories')), count(totals.stories)],
    [heading(translate('recap.column.withdrawn')), count(totals.withdrawn)],
    ...RECAP_GROUPS.flatMap((name) => group(name, totals[name])),
    ...group(
      'parts',
      totals.parts.map(({ part, count: stories }) => ({ name: part, count: stories })),
    ),
  ]
  return {
    sheet: translate('recap.sheet.totals'),
    columns: [{ width: 40 }, { width: 14 }],
    data: rows.map((row) => [...row]),
  }
}
