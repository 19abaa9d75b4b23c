import { rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { addCounts, getClosingLines, readE2eCounts, readUnitCounts } from './counts.mjs'
import { runStep } from './run-step.mjs'
import { REPORTS, STATIC_STEPS, TEST_STEPS } from './steps.mjs'

/** Runs every step, the failing ones not stopping the rest, and gives the exit code. */
export async function runAllSteps() {
  for (const file of Object.values(REPORTS)) rmSync(file, { force: true })
  const checks = await runSideBySide(STATIC_STEPS)
  /** @type {import('./run-step.mjs').StepResult[]} */
  const suites = []
  for (const step of TEST_STEPS) suites.push(await runAndReport(step))
  for (const suite of suites) console.log(getClosingLines(suite))
  const failures = checks.filter((result) => !result.ok).length
  const counts = [readUnitCounts(REPORTS.unit), readE2eCounts(REPORTS.e2e)].map((count, i) =>
    // A runner that failed without a failed test did not come to its end; that is a failure too.
    suites[i]?.ok || count.failed > 0 ? count : { ...count, failed: 1 },
  )
  const { passed, failed, skipped } = addCounts([...counts, { passed: 0, failed: failures, skipped: 0 }])
  console.log(`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`)
  return failed === 0 ? 0 : 1
}

/**
 * As many steps at a time as there are cores; each is reported when it is done.
 * @param {readonly import('./steps.mjs').Step[]} steps
 */
async function runSideBySide(steps) {
  const waiting = [...steps]
  /** @type {import('./run-step.mjs').StepResult[]} */
  const results = []
  const work = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift())
      results.push(await runAndReport(step))
  }
  await Promise.all(Array.from({ length: Math.max(1, availableParallelism()) }, work))
  return results
}

/** @param {import('./steps.mjs').Step} step */
async function runAndReport(step) {
  const result = await runStep(step)
  console.log(
    `${result.ok ? 'ok    ' : 'FAILED'} ${step.name.padEnd(9)} ${result.seconds.toFixed(1).padStart(6)} s`,
  )
  if (!result.ok) console.log(result.output.trimEnd())
  return result
}
