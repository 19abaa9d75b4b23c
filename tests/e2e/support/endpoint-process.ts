import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { getPinnedNode, ROOT } from '../../../scripts/lib/pinned-node.mjs'
import { readAddress } from './surroundings.ts'

/** A publishing endpoint that can be taken away and come back at the same address, as a connection does. */
export interface EndpointProcess {
  readonly tokenFile: string
  /** Starts it, and gives its address. */
  start(): Promise<string>
  stop(): Promise<void>
}

/** An endpoint with its data in a folder. */
export function createEndpointProcess(folder: string): EndpointProcess {
  const tokenFile = join(folder, 'token')
  let child: ChildProcess | null = null
  let port = '0'
  return {
    tokenFile,
    async start() {
      const words = ['endpoint', '--port', port, '--data', join(folder, 'data'), '--token-file', tokenFile]
      child = spawn(getPinnedNode(), [join(ROOT, 'out', 'cli.js'), ...words], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const address = await readAddress(child, 'Endpoint')
      port = new URL(address).port
      return address
    },
    async stop() {
      if (child === null || child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}
