import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { checkImportFile, importFiles } from '../../backend/index.ts'
import { openEnvelope } from '../../bridge/index.ts'
import type { ImportReport } from '../../newsroom/drafts/index.ts'
import { RedaksiError } from '../../base/errors.ts'
import { getText, type Command, type Context, type Words } from '../command.ts'
import type { CliErrorCode } from '../contract.ts'
import { withDesk, type CommandDesk } from '../with-desk.ts'

/** Brings files in as drafts; what was imported before is skipped. */
export const importFilesCommand: Command = {
  name: 'import',
  usage: 'redaksi import FILE… [--year 2025]',
  options: { year: { type: 'string' } },
  positionals: [1, Number.POSITIVE_INFINITY],
  async run(words, context) {
    const year = getYear(words)
    const report = await withDesk(context, (desk) => bringIn(words.positionals, year, desk))
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

/** The Redaksi that has the library open is handed the bytes: it need not be able to read where they lie. */
async function bringIn(
  files: readonly string[],
  year: number | undefined,
  desk: CommandDesk,
): Promise<ImportReport> {
  if (desk.kind === 'own') return importFiles(desk.newsroom, files, { year })
  const given: { readonly sha256: string; readonly name: string }[] = []
  for (const name of files) {
    await checkImportFile(name)
    const sha256 = await digestFile(name)
    openEnvelope(await desk.socket.putFile(sha256, name), 'blobs.put')
    given.push({ sha256, name })
  }
  return desk.client.drafts.import({ files: given, ...(year === undefined ? {} : { year }) })
}

async function digestFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
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
