import { importFiles, type ImportReport } from '../../backend/index.ts'
import { RedaksiError } from '../../base/errors.ts'
import { getText, type Command, type Context, type Words } from '../command.ts'
import type { CliErrorCode } from '../contract.ts'
import { withNewsroom } from '../with-newsroom.ts'

/** Brings files in as drafts; what was imported before is skipped. */
export const importFilesCommand: Command = {
  name: 'import',
  usage: 'redaksi import FILE… [--year 2025]',
  options: { year: { type: 'string' } },
  positionals: [1, Number.POSITIVE_INFINITY],
  async run(words, context) {
    const year = getYear(words)
    const report = await withNewsroom(context, 'write', (newsroom) =>
      importFiles(newsroom, words.positionals, { year }),
    )
    for (const draft of report.drafts) {
      for (const code of draft.reports) {
        const { file, line, headline } = draft
        context.warn(
          context.translate('cli.import.report', {
            file,
            line,
            headline,
            report: context.translate(`report.${code}`),
          }),
        )
      }
    }
    return { json: presentReport(report), text: describeReport(report, context) }
  },
}

function presentReport({ drafts, skipped }: ImportReport) {
  return { drafts: drafts.map(({ id, headline, event }) => ({ id, headline, event })), skipped }
}

function describeReport({ drafts, skipped }: ImportReport, { translate }: Context): string {
  return [
    ...drafts.map(({ id, headline, event }) => `${id}  ${event?.date ?? '----------'}  ${headline}`),
    ...skipped.map(({ file, line, reason }) =>
      translate('cli.import.skipped', { file, line, reason: translate(`skipped.${reason}`) }),
    ),
    translate('cli.import.sum', { drafts: drafts.length, skipped: skipped.length }),
  ].join('\n')
}

function getYear(words: Words): number | undefined {
  const text = getText(words, 'year')
  if (text === undefined) return undefined
  if (!/^[12]\d{3}$/.test(text)) throw new RedaksiError<CliErrorCode>('cli.not-a-year', { text })
  return Number(text)
}
