import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runQuietly } from './child.mjs'
import { hashFiles, listFiles } from './files.mjs'
import { getChildEnvironment, getPinnedNode } from './pinned-node.mjs'
import { SetupError } from './setup-error.mjs'

/** What a build is made of; the tests are not. */
const SOURCES = [
  'src',
  'resources',
  'docs',
  'electron.vite.config.ts',
  'package-lock.json',
  'tsconfig.base.json',
]
const STAMP = '.stamp.json'

/**
 * Whether out/ was built from the sources as they are, and holds all that was built. Contents are compared, not times:
 * a branch switched to and back needs no build.
 * @param {string} root
 */
export function isBuilt(root) {
  const file = join(root, 'out', STAMP)
  if (!existsSync(file)) return false
  const stamp = JSON.parse(readFileSync(file, 'utf8'))
  return (
    stamp.sources === hashSources(root) &&
    stamp.sizes === JSON.stringify(getSizes(root, 'out')) &&
    existsSync(join(root, 'out', 'cli.js'))
  )
}

/**
 * Builds everything into out/. It is made beside it and takes its place when whole, so that a build that fails leaves
 * the old one, and a program that starts meanwhile never meets half of one.
 * @param {string} root
 */
export async function build(root) {
  const sources = hashSources(root)
  const next = join(root, 'out.next')
  rmSync(next, { recursive: true, force: true })
  const script = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { code, output } = await runQuietly(
    getPinnedNode(),
    [script, 'build', '--logLevel', 'warn', '--ignoreConfigWarning'],
    { cwd: root, env: { ...getChildEnvironment(), REDAKSI_OUT: 'out.next' } },
  )
  if (code !== 0 || !existsSync(join(next, 'cli.js')))
    throw new SetupError(`The build failed:\n${output.trim()}`)
  writeFileSync(
    join(next, STAMP),
    JSON.stringify({ sources, sizes: JSON.stringify(getSizes(root, 'out.next')) }),
  )
  replaceFolder(join(root, 'out'), next)
}

/** @param {string} root */
function hashSources(root) {
  return hashFiles(root, listFiles(root, SOURCES))
}

/**
 * @param {string} root
 * @param {string} folder
 */
function getSizes(root, folder) {
  return listFiles(join(root, folder), ['.'], [STAMP]).map((file) => [
    file,
    statSync(join(root, folder, file)).size,
  ])
}

/**
 * @param {string} folder
 * @param {string} next
 */
function replaceFolder(folder, next) {
  const old = `${folder}.old`
  rmSync(old, { recursive: true, force: true })
  if (existsSync(folder)) renameSync(folder, old)
  renameSync(next, folder)
  rmSync(old, { recursive: true, force: true })
}
