import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './pinned-node.mjs'

/** Where Electron's runtime is fetched from, unless the environment names a mirror. */
const RELEASES = 'https://github.com/electron/electron/releases/'
const ANSWER_MS = 3_000
const FETCH_MS = 10 * 60_000

/**
 * The program of Electron's runtime, or null where it is not installed. Nobody asks the package itself: it would start
 * to fetch it.
 * @param {string} [folder] the package's folder
 */
export function findElectron(folder = join(ROOT, 'node_modules', 'electron')) {
  const name = join(folder, 'path.txt')
  if (!existsSync(name)) return null
  const program = join(folder, 'dist', readFileSync(name, 'utf8'))
  return existsSync(program) ? program : null
}

/**
 * Fetches Electron's runtime if its server answers at all: behind a firewall nothing is waited for.
 * @param {(words: string) => void} say
 */
export async function fetchElectron(say) {
  const address = process.env['ELECTRON_MIRROR'] ?? RELEASES
  const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(ANSWER_MS) }).catch(
    () => null,
  )
  if (answer === null) return
  say('Fetching the desktop runtime, once…')
  const { ELECTRON_SKIP_BINARY_DOWNLOAD: _never, ...env } = process.env
  const installer = join(ROOT, 'node_modules', 'electron', 'install.js')
  spawnSync(process.execPath, [installer], { env, stdio: 'ignore', timeout: FETCH_MS })
}

/**
 * Which host Redaksi opens in: the desktop where its runtime is there or can be fetched and a display exists, else the
 * browser, and why.
 * @param {{
 *   platform: NodeJS.Platform,
 *   env: Readonly<Record<string, string | undefined>>,
 *   isRoot: boolean,
 *   find: () => string | null,
 *   fetch: () => Promise<void>,
 * }} machine
 * @returns {Promise<{ program: string, why: null } | { program: null, why: string }>}
 */
export async function chooseHost({ platform, env, isRoot, find, fetch }) {
  const isHeadless = platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']
  if (isHeadless) return { program: null, why: 'there is no display' }
  if (isRoot && platform === 'linux') return { program: null, why: 'the desktop window does not run as root' }
  const found = find()
  if (found === null) await fetch()
  const program = found ?? find()
  return program === null
    ? { program, why: 'the desktop runtime is not here and could not be fetched' }
    : { program, why: null }
}
