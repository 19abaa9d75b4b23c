import { runQuietly } from './child.mjs'
import { getCheckEnvironment, ROOT } from './pinned-node.mjs'

/**
 * Runs a step's commands, all of them even after one failed, and gives what they printed.
 * @typedef {{ name: string, ok: boolean, seconds: number, output: string }} StepResult
 * @param {import('./steps.mjs').Step} step
 * @returns {Promise<StepResult>}
 */
export async function runStep(step) {
  const start = performance.now()
  const results = []
  for (const command of step.commands) {
    results.push(await runQuietly(process.execPath, command, { cwd: ROOT, env: getCheckEnvironment() }))
  }
  return {
    name: step.name,
    ok: results.every((result) => result.code === 0),
    seconds: (performance.now() - start) / 1000,
    output: results.map((result) => result.output).join(''),
  }
}
