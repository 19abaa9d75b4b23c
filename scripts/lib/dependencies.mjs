import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runQuietly } from './child.mjs'
import { findNpm, findOutsideNode, getOutsidePath } from './npm.mjs'
import { getChildEnvironment, getPinnedNode, readPinnedVersion } from './pinned-node.mjs'
import { SetupError } from './setup-error.mjs'

/**
 * Why node_modules does not hold what package-lock.json names, or null when it does. npm writes its own record last,
 * so that an installation that was cut off has none; each package's folder is looked at as well, since one that was
 * removed or half replaced later is still in the record.
 * @param {string} root
 * @returns {string | null}
 */
export function findMisfit(root) {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return 'nothing is installed, or an installation was cut off'
  const wanted = Object.entries(readPackages(join(root, 'package-lock.json'))).filter(([path]) => path !== '')
  const installed = readPackages(record)
  for (const [path, want] of wanted) {
    const have = installed[path]
    // What is optional may be for another kind of machine, and is then not installed.
    if (have === undefined && want.optional === true) continue
    if (have === undefined || have.version !== want.version || have.integrity !== want.integrity) {
      return `${path} is not the one in package-lock.json`
    }
    if (readVersion(join(root, path)) !== want.version) return `${path} is incomplete`
  }
  return null
}

/**
 * Installs exactly what package-lock.json names. Runs on the machine's own Node, as the pinned one is being replaced.
 * Asks the registry one question first: npm itself waits for a silent one package by package, for hours.
 * @param {string} root
 */
export async function installDependencies(root) {
  const question = [
    'view',
    `node@${readPinnedVersion()}`,
    'version',
    '--fetch-timeout=20000',
    '--fetch-retries=1',
  ]
  const probe = await runNpm(root, question)
  if (probe.code !== 0)
    throw new SetupError(`The package registry does not answer as it should:\n${shorten(probe.output)}`)
  const { code, output } = await runNpm(root, [
    'ci',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--no-update-notifier',
  ])
  if (code !== 0) throw new SetupError(`npm could not install the dependencies:\n${shorten(output)}`)
  const misfit = findMisfit(root)
  if (misfit !== null)
    throw new SetupError(`npm installed the dependencies, but ${misfit}:\n${shorten(output)}`)
}

/**
 * @param {string} root
 * @param {readonly string[]} args
 */
function runNpm(root, args) {
  const env = { ...getChildEnvironment(), PATH: getOutsidePath() }
  return runQuietly(findOutsideNode(), [findNpm(), ...args], { cwd: root, env })
}

/**
 * What npm said without the manual page that it adds to a refusal.
 * @param {string} output
 */
function shorten(output) {
  return output.replace(/npm error Clean install a project[\s\S]*/, '').trim()
}

/** Makes sure that `node` in the project's scripts is the pinned one: its package fetches it in an install script. */
export async function checkPinnedNode() {
  const wanted = `v${readPinnedVersion()}`
  const found = existsSync(getPinnedNode())
    ? (await runQuietly(getPinnedNode(), ['-v'])).output.trim()
    : 'missing'
  if (found === wanted) return
  throw new SetupError(
    [
      `Redaksi runs on Node ${wanted}, which its package "node" brings along, but that one is ${found}.`,
      'Its install script was denied or cut off. Allow it once and fetch it again:',
      '  npm rebuild node --ignore-scripts=false --foreground-scripts',
    ].join('\n'),
  )
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

/** @param {string} folder */
function readVersion(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
  } catch {
    return null // Missing, or cut off while it was written: both mean that it has to be installed again.
  }
}
