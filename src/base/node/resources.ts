import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * The address of a file of `resources/`, given its path there (`endpoint/endpoint.css`). The folder stands beside `src`
 * and `out`, in a checkout and in a packed app alike, so it is found by walking up from this code, bundled or not.
 * A name that is not there is a bug of ours and throws a plain Error.
 */
export function resolveResource(name: string): URL {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const path = join(folder, 'resources', name)
    if (existsSync(path)) return pathToFileURL(path)
    if (folder === dirname(folder)) throw new Error(`no such resource: ${name}`)
  }
}
