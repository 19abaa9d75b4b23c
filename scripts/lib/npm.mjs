import { existsSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join, sep } from 'node:path'
import { SetupError } from './setup-error.mjs'

const INSIDE = `${sep}node_modules${sep}`
const PROGRAM = process.platform === 'win32' ? 'node.exe' : 'node'

/** The folders of the PATH that no project installed anything into. */
function listOutsidePath() {
  const path = process.env['PATH'] ?? ''
  return path.split(delimiter).filter((folder) => folder !== '' && !`${folder}${sep}`.includes(INSIDE))
}

/** A PATH without installed programs: `npm ci` removes them, so nothing it starts may rely on them. */
export function getOutsidePath() {
  return listOutsidePath().join(delimiter)
}

/** The machine's own Node, which survives the removal of node_modules. */
export function findOutsideNode() {
  const candidates = [
    process.env['npm_node_execpath'] ?? '',
    process.execPath,
    ...listOutsidePath().map((folder) => join(folder, PROGRAM)),
  ]
  const found = candidates.find(
    (path) => path !== '' && existsSync(path) && !realpathSync(path).includes(INSIDE),
  )
  if (found === undefined)
    throw new SetupError(
      'No Node was found on this machine outside the project. Install Node 20.19 or newer.',
    )
  return found
}

/** npm's own script, to be run by a Node of our choice: the npm that started us, else the one beside Node or on the PATH. */
export function findNpm() {
  const node = dirname(findOutsideNode())
  const script = join('node_modules', 'npm', 'bin', 'npm-cli.js')
  const candidates = [
    process.env['npm_execpath'] ?? '',
    join(node, script),
    join(node, '..', 'lib', script),
    ...listOutsidePath().map((folder) => join(folder, 'npm')),
  ]
  const found = candidates
    .filter((path) => path !== '' && existsSync(path))
    .map((path) => realpathSync(path))
    .find((path) => path.endsWith('npm-cli.js'))
  if (found === undefined)
    throw new SetupError(
      'npm was not found on this machine. It comes with Node from nodejs.org; on Debian it is the package npm.',
    )
  return found
}
