import { once } from 'node:events'
import { _electron as electron, type ElectronApplication } from '@playwright/test'
import { findElectron } from '../../../scripts/lib/electron.mjs'
import { ROOT } from '../../../scripts/lib/pinned-node.mjs'
import type { Host } from './host.ts'

/** The desktop host, where the runtime of Electron is installed. */
export function createElectronHost(
  env: Readonly<Record<string, string>>,
): Pick<Host, 'start' | 'kill' | 'show'> {
  let app: ElectronApplication | null = null
  return {
    async start() {
      const executablePath = findElectron()
      if (executablePath === null) throw new Error('there is no runtime to start')
      app = await electron.launch({ executablePath, args: [ROOT], env: { ...env } })
    },
    async kill() {
      const child = app?.process()
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
    async show(_page, search) {
      if (app === null) throw new Error('the host does not run')
      const window = await app.firstWindow()
      if (search === '') return window
      const address = new URL(window.url())
      address.search = search
      await window.goto(address.href)
      return window
    },
  }
}
