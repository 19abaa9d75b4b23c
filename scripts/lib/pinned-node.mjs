import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { passOn } from './child.mjs'

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The folder of the installed programs; npm puts it first on the PATH of every script. */
const BIN = join(ROOT, 'node_modules', '.bin')

/** Set for a script that is started again, for its start only. */
const HANDED_OVER = 'REDAKSI_HANDED_OVER'

/** The Node that everything runs on, as package-lock.json names it: `24.21.0`. */
export function readPinnedVersion() {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
  return String(lock.packages['node_modules/node'].version)
}

/** Where the pinned Node is, installed or not. On Windows `.bin` holds a batch file, so the program itself is named. */
export function getPinnedNode() {
  return process.platform === 'win32'
    ? join(ROOT, 'node_modules', 'node', 'bin', 'node.exe')
    : join(BIN, 'node')
}

/** The environment of a child: its `node` is the pinned one too, and no tool fetches a browser or a runtime. */
export function getChildEnvironment() {
  const path = process.env['PATH'] ?? ''
  return {
    ...process.env,
    PATH: path.split(delimiter)[0] === BIN ? path : `${BIN}${delimiter}${path}`,
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
    ELECTRON_SKIP_BINARY_DOWNLOAD: '1',
  }
}

/**
 * The environment of a check: Node keeps what it compiled, so that the workers of hundreds of test libraries do not each
 * strip and compile the same sources.
 */
export function getCheckEnvironment() {
  const cache = join(ROOT, 'node_modules', '.cache', 'node-compile')
  return { NODE_COMPILE_CACHE: cache, ...getChildEnvironment() }
}

/**
 * Runs a script's work on the pinned Node: at once when it is the one running, else by starting the script again on it.
 * Needed even inside npm scripts: a shell that has found `node` once goes on using that one after setup installed ours.
 * @param {() => unknown} work
 */
export async function runOnPinnedNode(work) {
  const wanted = `v${readPinnedVersion()}`
  const isHandedOver = process.env[HANDED_OVER] !== undefined
  delete process.env[HANDED_OVER]
  if (process.version === wanted) return void (await work())
  // Handed over and still not the wanted one: an older one is installed, and trying again would go on for ever.
  if (isHandedOver || !existsSync(getPinnedNode())) {
    console.error(`Redaksi runs on Node ${wanted}, which is not installed here. Run: npm run setup`)
    process.exit(1)
  }
  await passOn(getPinnedNode(), process.argv.slice(1), { ...getChildEnvironment(), [HANDED_OVER]: '1' })
}
