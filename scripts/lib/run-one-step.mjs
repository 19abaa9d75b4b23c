import { passOn } from './child.mjs'
import { getCheckEnvironment } from './pinned-node.mjs'
import { runStep } from './run-step.mjs'
import { OTHER_STEPS, STATIC_STEPS, TEST_STEPS } from './steps.mjs'

/**
 * Runs one step and gives its exit code. A suite keeps our streams, so that its progress is seen, and takes further
 * arguments; `--full` makes it the long one.
 * @param {string} name
 * @param {readonly string[]} args
 */
export async function runOneStep(name, args) {
  const check = STATIC_STEPS.find((step) => step.name === name)
  if (check !== undefined) {
    const result = await runStep(check)
    process.stdout.write(result.output)
    return result.ok ? 0 : 1
  }
  const [command] = [...TEST_STEPS, ...OTHER_STEPS].find((step) => step.name === name)?.commands ?? []
  if (command === undefined) {
    console.error(`there is no check called ${name}`)
    return 2
  }
  const full = args.includes('--full') ? { REDAKSI_FULL: '1' } : {}
  const rest = args.filter((arg) => arg !== '--full')
  return passOn(process.execPath, [...command, ...rest], { ...getCheckEnvironment(), ...full })
}
