import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The mark before the fuses in Electron's program. After it stand the layout's number, how many fuses there are, and one
 * character each: 0 off, 1 on.
 */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSES = [
  'RunAsNode',
  'EnableCookieEncryption',
  'EnableNodeOptionsEnvironmentVariable',
  'EnableNodeCliInspectArguments',
  'EnableEmbeddedAsarIntegrityValidation',
  'OnlyLoadAppFromAsar',
  'LoadBrowserProcessSpecificV8Snapshot',
  'GrantFileProtocolExtraPrivileges',
] as const

/** Makes a folder that the packer takes for Electron's own, with the fuses as they come. */
export async function makeElectronDistribution(folder: string, version: string): Promise<void> {
  for (const name of ['locales', 'resources']) await mkdir(join(folder, name), { recursive: true })
  const program = Buffer.from(`stand-in ${SENTINEL}\u0001\u0008${'10110001'}\n`, 'latin1')
  await writeFile(join(folder, 'electron'), program, { mode: 0o755 })
  const texts = { version, LICENSE: 'stand-in', 'locales/id.pak': '', 'locales/en-US.pak': '' }
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text)
}

/** The fuses of a packed program, on or off. */
export async function readFuses(program: string): Promise<Readonly<Record<string, boolean>>> {
  const bytes = await readFile(program, 'latin1')
  const states = bytes.slice(bytes.indexOf(SENTINEL) + SENTINEL.length + 2)
  return Object.fromEntries(FUSES.map((name, i) => [name, states[i] === '1']))
}
