import { examineLibrary, type Problem } from '../../backend/index.ts'
import { isOn, type Command } from '../command.ts'
import { createSurroundings } from '../with-newsroom.ts'

/** Looks the whole library over, the ledger's chains included; with --fix it mends what can be mended. */
export const doctor: Command = {
  name: 'doctor',
  usage: 'redaksi doctor [--fix]',
  options: { fix: { type: 'boolean' } },
  positionals: [0, 0],
  async run(words, context) {
    const fix = isOn(words, 'fix')
    const report = await examineLibrary(context.libraryFolder, {
      fix,
      surroundings: createSurroundings(context),
    })
    const describe = ({ code, path, detail }: Problem) =>
      context.translate(code, { path, detail: detail ?? '' })
    const lines = [
      ...report.mended.map((problem) => `${describe(problem)} (${context.translate('cli.doctor.mended')})`),
      ...report.problems.map(describe),
      ...report.notes.map(({ code, path }) => {
        const name = context.translate(`storage.${code.replace('synced.', 'synced.name.')}`)
        return context.translate('cli.doctor.synced', { path, name })
      }),
      ...(report.ok ? [context.translate('cli.doctor.ok')] : []),
    ]
    return {
      json: report,
      text: lines.join('\n'),
      exitCode: report.ok ? 0 : 1,
    }
  },
}
