import { join } from 'node:path'
import { listFiles } from './files.mjs'
import { ROOT } from './pinned-node.mjs'

/**
 * A step of `npm run check`: the commands it runs, each a script of a package and its arguments.
 * @typedef {{ name: string, commands: readonly (readonly string[])[] }} Step
 */

/** Where the test runners leave their figures. */
export const REPORTS = {
  unit: join(ROOT, 'test-results', 'unit.json'),
  e2e: join(ROOT, 'test-results', 'e2e.json'),
}

const TSC = 'node_modules/typescript-7/bin/tsc'
const VITEST = 'node_modules/vitest/vitest.mjs'

/** What needs nothing but the sources; these run side by side. @type {readonly Step[]} */
export const STATIC_STEPS = [
  {
    name: 'format',
    commands: [['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '--cache', '.']],
  },
  { name: 'types', commands: listProjects().map((project) => [TSC, '-p', `tsconfig.${project}.json`]) },
  { name: 'lint', commands: [['node_modules/oxlint/bin/oxlint', '--deny-warnings', '--format=unix']] },
  { name: 'layers', commands: [['tools/layers/main.mjs']] },
  { name: 'dead-code', commands: [['node_modules/knip/bin/knip.js', '--no-progress', '--no-config-hints']] },
]

/** The test suites, one after the other: each uses all cores. @type {readonly Step[]} */
export const TEST_STEPS = [
  {
    name: 'unit',
    commands: [[VITEST, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORTS.unit}`]],
  },
  { name: 'e2e', commands: [['node_modules/@playwright/test/cli.js', 'test', '--pass-with-no-tests']] },
]

/** Suites with a command of their own. @type {readonly Step[]} */
export const OTHER_STEPS = [
  { name: 'faults', commands: [[VITEST, 'run', '--config=vitest.faults.config.ts']] },
]

/** The TypeScript projects; the interface's is left out while there is no interface, as the compiler refuses an empty one. */
function listProjects() {
  const interfaces = listFiles(ROOT, ['src']).filter((file) =>
    /^src\/(renderer|base\/ui|newsroom\/[^/]+\/ui)\//.test(file),
  )
  return interfaces.length === 0 ? ['core', 'node'] : ['core', 'node', 'web']
}
