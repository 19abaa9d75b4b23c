// `npm run check`: every check, one line each; a failing one shows what it printed. With names, those steps alone:
// `node scripts/check.mjs lint`, `node scripts/check.mjs unit tests/base` (what follows goes to the test runner).
import { runAllSteps } from './lib/run-all-steps.mjs'
import { runOneStep } from './lib/run-one-step.mjs'
import { runOnPinnedNode } from './lib/pinned-node.mjs'

await runOnPinnedNode(async () => {
  const [name, ...args] = process.argv.slice(2)
  process.exitCode = name === undefined ? await runAllSteps() : await runOneStep(name, args)
})
