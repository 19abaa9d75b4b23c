// `npm run check:layers`: fails on a forbidden import, and on a module that was not looked at.
import { ROOT } from '../../scripts/lib/pinned-node.mjs'
import { checkLayers } from './check-layers.mjs'

const { violations, seen, unseen } = await checkLayers(ROOT)
for (const { rule, comment, from, to } of violations) console.error(`${rule}: ${from} → ${to}\n  ${comment}`)
for (const file of unseen) console.error(`not looked at: ${file}`)
if (seen === 0) console.error('no module was looked at')
process.exitCode = violations.length === 0 && unseen.length === 0 && seen > 0 ? 0 : 1
