import { readPinnedVersion } from '../scripts/lib/pinned-node.mjs'

// A suite that runs on another Node than the product proves little; started by hand, it says so at once.
if (process.version !== `v${readPinnedVersion()}`) {
  throw new Error(
    `the tests run on Node ${readPinnedVersion()}, not ${process.version}: use npm run test:unit`,
  )
}
