import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { formatExport } from '../../backend/index.ts'
import { RedaksiError } from '../../base/errors.ts'
import { writeFileDurably } from '../../base/node/durable-write.ts'
import { EXPORT_FORMATS, isExportFormat } from '../../newsroom/formats/index.ts'
import { getText, isOn, type Command, type Words } from '../command.ts'
import type { CliErrorCode } from '../contract.ts'
import { withNewsroom } from '../with-newsroom.ts'

/** Writes a draft to a file in one of the formats; `-` is stdout. The same draft gives the same bytes. */
export const exportDraft: Command = {
  name: 'export',
  usage: 'redaksi export ID --format FORMAT --out PATH',
  options: { format: { type: 'string' }, out: { type: 'string' } },
  positionals: [1, 1],
  async run(words, context) {
    const { format, out } = getChoices(words)
    const content = await withNewsroom(context, 'read', async (newsroom) => {
      const { drafts } = newsroom.library
      const draft = await drafts.read(await drafts.resolveId(words.positionals[0] ?? ''))
      return formatExport(newsroom, draft, format)
    })
    if (out === '-') {
      context.write(content)
      return null
    }
    const bytes = Buffer.from(content)
    const path = resolve(out)
    await writeFileDurably(path, bytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { json: { path, bytes: bytes.length, sha256 }, text: path }
  },
}

function getChoices(words: Words) {
  const format = getText(words, 'format')
  const out = getText(words, 'out')
  if (format === undefined || out === undefined)
    throw new RedaksiError<CliErrorCode>('cli.usage', { usage: exportDraft.usage })
  if (!isExportFormat(format)) {
    throw new RedaksiError<CliErrorCode>('cli.not-a-format', {
      format,
      known: Object.keys(EXPORT_FORMATS).join(', '),
    })
  }
  if (out === '-' && isOn(words, 'json')) throw new RedaksiError<CliErrorCode>('cli.stdout-and-json')
  return { format, out }
}
