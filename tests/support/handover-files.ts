import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeJson } from '../../src/base/node/json-file.ts'
import { encodeSealed } from '../../src/base/node/seal.ts'
import { readArchive, writeArchive } from '../../src/newsroom/drafts/node/index.ts'

/** The entries of a hand-over file, by their names. */
export type Entries = Map<string, Uint8Array>

/** Makes another file of a good one; the manifest of entries fits what is in it. */
export async function remake(file: Uint8Array, change: (entries: Entries) => void): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'redaksi-berkas-'))
  const [from, to] = [join(folder, 'baik.redaksi'), join(folder, 'lain.redaksi')]
  await writeFile(from, file)
  const entries: Entries = new Map()
  await readArchive(from, {
    prefix: 'handover/',
    take: async ({ path }, bytes) => {
      const chunks: Uint8Array[] = []
      for await (const chunk of bytes) chunks.push(chunk)
      entries.set(path, Buffer.concat(chunks))
    },
  })
  change(entries)
  async function* list() {
    for (const [path, bytes] of entries) yield { path, bytes }
  }
  await writeArchive(to, list(), { prefix: 'handover/', createdAt: '2025-11-14T02:00:00.000Z' })
  const made = await readFile(to)
  await rm(folder, { recursive: true })
  return made
}

/** Changes a text of a file; a sealed one is sealed anew. */
export function changeText(
  entries: Entries,
  name: string,
  change: (value: Record<string, unknown>) => object,
): void {
  const { seal, ...value } = JSON.parse(Buffer.from(entries.get(name) ?? '{}').toString('utf8'))
  const changed = change(value)
  entries.set(name, seal === undefined ? encodeJson(changed) : encodeSealed(changed))
}
