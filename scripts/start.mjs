// `npm start`, after setup: opens Redaksi on the desktop, or in the browser and says why. Further words go to it.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { passOn, stopWithNpm } from './lib/child.mjs'
import { chooseHost, fetchElectron, findElectron } from './lib/electron.mjs'
import { ROOT, runOnPinnedNode } from './lib/pinned-node.mjs'

stopWithNpm()
await runOnPinnedNode(async () => {
  const say = (/** @type {string} */ text) => console.error(`redaksi: ${text}`)
  const [node = '', , ...words] = process.argv
  const { program, why } = await chooseHost({
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    find: findElectron,
    fetch: () => fetchElectron(say),
  })
  if (program !== null) return passOn(program, [ROOT, ...words], process.env)
  say(`opens in the browser, as ${why}.`)
  const cli = join(ROOT, 'out', 'cli.js')
  process.argv = [node, cli, 'serve', '--open', ...words]
  await import(pathToFileURL(cli).href)
})
