import { join } from 'node:path'
import { prepareChromium } from './browser.mjs'
import { build, isBuilt } from './build.mjs'
import { checkPinnedNode, findMisfit, installDependencies } from './dependencies.mjs'
import { withLock } from './lock.mjs'
import { ROOT } from './pinned-node.mjs'

/**
 * Brings the project to where its scripts run, doing only what is missing.
 * @param {{ browser: boolean, rebuild: boolean }} options
 */
export async function setUp({ browser, rebuild }) {
  const installChromium = browser ? prepareChromium() : null
  if (installChromium === null && !rebuild && findMisfit(ROOT) === null && isBuilt(ROOT))
    return checkPinnedNode()
  await withLock(
    join(ROOT, '.setup', 'lock'),
    async () => {
      await runTogether([installIfNeeded, ...(installChromium === null ? [] : [installChromium])])
      await checkPinnedNode()
      if (rebuild || !isBuilt(ROOT)) await buildAnew()
    },
    (pid) => tell(`another setup (process ${pid}) is running, waiting for it`),
  )
  tell('')
}

async function installIfNeeded() {
  const misfit = findMisfit(ROOT)
  if (misfit === null) return
  tell(`installing dependencies (${misfit})`)
  await installDependencies(ROOT)
}

async function buildAnew() {
  tell('building')
  await build(ROOT)
}

/**
 * Runs all and waits for all, so that nothing goes on behind an error; then the first error is thrown.
 * @param {readonly (() => Promise<void>)[]} works
 */
async function runTogether(works) {
  const results = await Promise.allSettled(works.map((work) => work()))
  for (const result of results) if (result.status === 'rejected') throw result.reason
}

/**
 * Shows a person at a terminal what takes so long, on a line that is gone when it is done.
 * @param {string} what
 */
function tell(what) {
  if (process.stderr.isTTY) process.stderr.write(what === '' ? '\r\x1b[K' : `\r\x1b[KRedaksi: ${what}…`)
}
