import { link, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

let counter = 0

/** The bare steps of a save that survives a power cut and keeps the generation before: nothing less would do. */
export async function saveRaw(path: string, previous: string, bytes: Uint8Array): Promise<void> {
  counter += 1
  const [temporary, held] = [`${path}.${counter}.new`, `${path}.${counter}.old`]
  const file = await open(temporary, 'wx', 0o600)
  await file.writeFile(bytes)
  await file.sync()
  await file.close()
  await link(path, held)
  await rename(held, previous)
  await rename(temporary, path)
  const folder = await open(dirname(path), 'r')
  await folder.sync()
  await folder.close()
}
