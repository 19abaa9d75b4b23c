import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { resolveResource } from '../../base/node/resources.ts'
import type { Command, Context } from '../command.ts'
import { findElectron } from '../find-electron.ts'
import { serve } from './serve.ts'

/**
 * Opens Redaksi as `npm start` does: in its own window where Electron's runtime is there and can show one, else in the
 * browser, saying why. Nothing is ever downloaded for it.
 */
export const start: Command = {
  name: 'start',
  usage: 'redaksi start [--port N] [--locale id|en]',
  options: { port: { type: 'string' } },
  positionals: [0, 0],
  async run(words, context) {
    const root = fileURLToPath(new URL('../..', resolveResource('house/starter.json')))
    const found = findElectron({
      root,
      env: context.env,
      platform: process.platform,
      isRoot: process.getuid?.() === 0,
    })
    if (found.kind === 'found') return openWindow(found.program, root, context)
    context.warn(context.translate(`cli.start.${found.kind}`))
    return serve.run({ ...words, options: { ...words.options, open: true } }, context)
  },
}

/** The window is a process of its own, which this one waits for and is stopped with. */
function openWindow(program: string, root: string, context: Context): Promise<null> {
  const { env, libraryFolder, locale, signal } = context
  const child = spawn(program, [root], {
    stdio: 'inherit',
    env: { ...env, REDAKSI_LIBRARY: libraryFolder, REDAKSI_LOCALE: locale },
  })
  signal.addEventListener('abort', () => child.kill('SIGTERM'), { once: true })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      process.exitCode = code ?? 1
      resolve(null)
    })
  })
}
