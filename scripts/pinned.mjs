// Runs a script on the pinned Node: `node scripts/pinned.mjs bench/run.ts …`.
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runOnPinnedNode } from './lib/pinned-node.mjs'

await runOnPinnedNode(async () => {
  const [node, , file = '', ...args] = process.argv
  const script = resolve(file)
  process.argv = [node ?? '', script, ...args]
  await import(pathToFileURL(script).href)
})
