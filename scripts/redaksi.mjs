#!/usr/bin/env node
// The `redaksi` command in a checkout, on whatever Node it is started: sets the project up if nothing is built yet,
// and hands its words to out/cli.js on the pinned Node, in this process when that is the one running.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { stopWithNpm } from './lib/child.mjs'
import { getPinnedNode, ROOT, runOnPinnedNode } from './lib/pinned-node.mjs'

const cli = join(ROOT, 'out', 'cli.js')
if (!existsSync(cli) || !existsSync(getPinnedNode())) {
  // Its words go to stderr: stdout belongs to the command, whose reader may expect JSON.
  const setup = spawnSync(process.execPath, [join(ROOT, 'scripts', 'setup.mjs')], { stdio: ['ignore', 2, 2] })
  if (setup.status !== 0) process.exit(setup.status ?? 1)
}
stopWithNpm()
await runOnPinnedNode(async () => {
  process.argv[1] = cli
  await import(pathToFileURL(cli).href)
})
