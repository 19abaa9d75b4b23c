import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Where a worker's program is, by its name (`index-worker`): as source beside the code that asks (`import.meta.url`), or
 * as a bundle beside or above the chunk that this code ended up in. Null when it is nowhere.
 */
export function findWorkerFile(name: string, from: string): URL | null {
  const addresses = [`./${name}.ts`, `./${name}.js`, `../${name}.js`].map((each) => new URL(each, from))
  return addresses.find((address) => existsSync(fileURLToPath(address))) ?? null
}
