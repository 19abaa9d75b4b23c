import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { getPinnedNode, ROOT } from '../../../scripts/lib/pinned-node.mjs'
import type { Host } from './host.ts'
import { readAddress } from './surroundings.ts'

/** The web host, as its command starts it; it keeps its port from one start to the next. */
export function createWebHost(
  env: Readonly<Record<string, string>>,
): Pick<Host, 'start' | 'kill' | 'show'> & { readonly pid: number } {
  let child: ChildProcess | null = null
  let url = ''
  return {
    get pid() {
      return child?.pid ?? 0
    },
    async start() {
      const cli = join(ROOT, 'out', 'cli.js')
      child = spawn(getPinnedNode(), [cli, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
      url = await readAddress(child, 'Redaksi')
    },
    async kill() {
      if (child === null || child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
    async show(page, search) {
      const address = new URL(url)
      address.search = search
      await page.goto(address.href)
      return page
    },
  }
}
