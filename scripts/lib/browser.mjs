import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runQuietly } from './child.mjs'
import { SetupError } from './setup-error.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
)
const WINDOWS = [
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
]
const LIMIT = 15 * 60_000

/**
 * What finding a browser depends on.
 * @typedef {{ platform: NodeJS.Platform, env: NodeJS.ProcessEnv, exists: (path: string) => boolean }} Machine
 * @returns {Machine}
 */
function getMachine() {
  return { platform: process.platform, env: process.env, exists: existsSync }
}

/**
 * The installed Chromium, or a browser built from it: CHROMIUM_PATH if set, else the usual places. Null when none is
 * there. No browser is ever downloaded: behind a firewall that could only hang.
 * @param {Machine} [machine]
 */
export function findChromium(machine = getMachine()) {
  const stated = machine.env['CHROMIUM_PATH']
  if (stated !== undefined && stated !== '') {
    if (machine.exists(stated)) return stated
    throw new SetupError(`CHROMIUM_PATH names ${stated}, which is not there.`)
  }
  return listPlaces(machine).find((path) => machine.exists(path)) ?? null
}

/** @param {Machine} machine */
function listPlaces({ platform, env }) {
  if (platform === 'darwin') return MAC
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? [])
    return roots.flatMap((root) => WINDOWS.map((path) => join(root, path)))
  }
  const folders = [
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    ...(env['PATH'] ?? '').split(delimiter).filter(Boolean),
  ]
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
}

/**
 * How this machine gets a Chromium: `run` is what setup may run itself, `say` what a person has to.
 * @param {NodeJS.Platform} platform
 * @param {string} osRelease the text of /etc/os-release
 * @param {boolean} isRoot
 * @returns {{ run: true } | { run: false, say: string }}
 */
export function planChromium(platform, osRelease, isRoot) {
  if (platform === 'darwin') return { run: false, say: 'brew install --cask chromium' }
  if (platform === 'win32') return { run: false, say: 'winget install --exact --id Google.Chrome' }
  const family = [...osRelease.matchAll(/^ID(?:_LIKE)?="?([^"\n]*)"?$/gm)].flatMap((match) =>
    (match[1] ?? '').split(' '),
  )
  if (family.includes('debian') || family.includes('ubuntu')) {
    return isRoot ? { run: true } : { run: false, say: 'sudo apt-get install -y chromium' }
  }
  if (family.includes('fedora') || family.includes('rhel'))
    return { run: false, say: 'sudo dnf install -y chromium' }
  if (family.includes('arch')) return { run: false, say: 'sudo pacman -S --noconfirm chromium' }
  if (family.includes('alpine')) return { run: false, say: 'sudo apk add chromium' }
  if (family.some((name) => name.includes('suse')))
    return { run: false, say: 'sudo zypper install -y chromium' }
  return { run: false, say: 'CHROMIUM_PATH=/path/to/chromium npm test' }
}

/**
 * What is to be done for a Chromium: nothing (null) when there is one, on Debian or Ubuntu as root an installation to
 * run. Elsewhere it throws at once, naming the one command, before anything slow has begun.
 * @returns {null | (() => Promise<void>)}
 */
export function prepareChromium() {
  if (findChromium() !== null) return null
  const osRelease = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  const plan = planChromium(process.platform, osRelease, process.getuid?.() === 0)
  if (plan.run) return installChromium
  throw new SetupError(
    `The end-to-end tests need Chromium or Chrome, and none was found. Run:\n  ${plan.say}`,
  )
}

async function installChromium() {
  // Another program may hold the package lock; a mirror that does not answer is given up on.
  const options = [
    '-o',
    'DPkg::Lock::Timeout=600',
    '-o',
    'Acquire::http::Timeout=30',
    '-o',
    'Acquire::Retries=2',
  ]
  await runApt([...options, 'update'])
  await runApt([...options, 'install', '-y', '--no-install-recommends', 'chromium'])
  if (findChromium() === null)
    throw new SetupError('apt-get installed chromium, but it is in no usual place. Set CHROMIUM_PATH.')
}

/** @param {readonly string[]} args */
async function runApt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { code, output } = await runQuietly('apt-get', args, { env, timeout: LIMIT })
  if (code !== 0) throw new SetupError(`apt-get ${args.join(' ')} failed:\n${output.trim()}`)
}

/** Chromium for tests is quiet and offline; its sandbox cannot be had as root. */
export function getChromiumArguments() {
  return [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
}
