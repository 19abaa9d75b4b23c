import { createHash } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { nodeFiles } from '../../base/node/durable-write.ts'
import { toWriteError } from '../../base/node/failures.ts'
import { RedaksiError } from '../../base/errors.ts'
import type { AppClient } from '../../bridge/index.ts'
import { getText, type Command } from '../command.ts'
import type { CliErrorCode } from '../contract.ts'
import { resolveDraftId, withDesk } from '../with-desk.ts'

/** Writes a draft with its past, its photos and attachments into one file, for a colleague's Redaksi. */
export const handover: Command = {
  name: 'handover',
  usage: 'redaksi handover ID --out FILE.redaksi',
  options: { out: { type: 'string' } },
  positionals: [1, 1],
  async run(words, context) {
    const out = getText(words, 'out')
    if (out === undefined) throw new RedaksiError<CliErrorCode>('cli.usage', { usage: handover.usage })
    const path = resolve(out)
    const written = await withDesk(context, async (desk) => {
      const id = await resolveDraftId(words.positionals[0] ?? '', desk, context)
      const file = await desk.client.handover.write({ id, task: 'cli' })
      return { id, ...(await fetchInto(path, desk.client, file.handle)) }
    })
    return {
      json: { path, ...written },
      text: context.translate('cli.handover', { path, bytes: written.bytes }),
    }
  },
}

/** The file takes its name once it is whole and flushed. */
async function fetchInto(
  path: string,
  client: AppClient,
  handle: string,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const temporary = `${path}.${process.pid}.part`
  const hash = createHash('sha256')
  let bytes = 0
  try {
    const file = await open(temporary, 'w', 0o600)
    try {
      for (;;) {
        const { content } = await client.handover.fetch({ handle, from: bytes })
        if (content === '') break
        const piece = Buffer.from(content, 'base64')
        hash.update(piece)
        bytes += piece.length
        await file.writeFile(piece)
      }
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
    await nodeFiles.syncFolder(dirname(path))
    return { bytes, sha256: hash.digest('hex') }
  } catch (error) {
    await rm(temporary, { force: true })
    throw toWriteError(path, error)
  }
}
