// `npm run guide`: takes the pictures of the user's guide anew, by the test that walks through it.
import { runOnPinnedNode } from './lib/pinned-node.mjs'
import { runOneStep } from './lib/run-one-step.mjs'

await runOnPinnedNode(async () => {
  process.env['REDAKSI_GUIDE'] = 'write'
  process.exitCode = await runOneStep('e2e', ['tests/e2e/guide.spec.ts', '--project=web'])
})
