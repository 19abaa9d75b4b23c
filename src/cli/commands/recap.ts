import { resolve } from 'node:path'
import { getCurrentMonth, readRecap } from '../../backend/index.ts'
import { RedaksiError } from '../../base/errors.ts'
import { writeFileDurably } from '../../base/node/durable-write.ts'
import { isMonth, parsePeriod, type Recap } from '../../newsroom/recap/index.ts'
import { getText, type Command, type Context, type Words } from '../command.ts'
import type { CliErrorCode } from '../contract.ts'
import { withNewsroom } from '../with-newsroom.ts'

/** What the office published in a month or a year, counted; with `--out` also as a workbook. */
export const recap: Command = {
  name: 'recap',
  usage: 'redaksi recap [--month 2025-10 | --year 2025] [--out FILE.xlsx]',
  options: { month: { type: 'string' }, year: { type: 'string' }, out: { type: 'string' } },
  positionals: [0, 0],
  async run(words, context) {
    const asked = getPeriod(words)
    const made = await withNewsroom(context, 'read', (newsroom) =>
      readRecap(newsroom, asked ?? getCurrentMonth(newsroom)),
    )
    const out = getText(words, 'out')
    const path = out === undefined ? null : resolve(out)
    if (path !== null) {
      const { createRecapWorkbook } = await import('../../newsroom/recap/node/index.ts')
      await writeFileDurably(path, await createRecapWorkbook(made, context.translate))
    }
    return {
      json: path === null ? made : { ...made, path },
      text: [describeRecap(made, context), ...(path === null ? [] : [path])].join('\n'),
    }
  },
}

function getPeriod(words: Words): string | null {
  const [month, year] = [getText(words, 'month'), getText(words, 'year')]
  if (month !== undefined && year !== undefined)
    throw new RedaksiError<CliErrorCode>('cli.usage', { usage: recap.usage })
  const text = month ?? year
  if (text === undefined) return null
  const period = parsePeriod(text)
  if (isMonth(period) !== (month !== undefined))
    throw new RedaksiError<CliErrorCode>('cli.usage', { usage: recap.usage })
  return period
}

function describeRecap({ period, stories, totals }: Recap, { translate }: Context): string {
  const sum = translate('cli.recap.sum', { period, stories: totals.stories, withdrawn: totals.withdrawn })
  const writers = totals.writers.map(
    ({ name, count }) => `${String(count).padStart(5)}  ${name ?? translate('recap.none')}`,
  )
  return [...stories.map(({ day, headline }) => `${day}  ${headline}`), sum, ...writers].join('\n')
}
