import { app, dialog, safeStorage, utilityProcess } from 'electron'
import { chooseLocale, createTranslate } from '../backend/locale.ts'
import { createSecretStore } from '../newsroom/publish/node/index.ts'
import { createStartProgram } from './endpoint-process.ts'
import { COMMAND_LINE } from './places.ts'
import { createVault } from './vault.ts'

/** Is the `redaksi` command, without a window, and ends with its exit code. It reads the secrets that the app sealed. */
export async function runCommand(
  words: readonly string[],
  folders: { readonly config: string; readonly data: string },
): Promise<void> {
  const interrupted = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort())
  app.disableHardwareAcceleration()
  app.dock?.hide()
  await app.whenReady()
  const translate = createTranslate(chooseLocale(process.env['REDAKSI_LOCALE']))
  const vault = createVault({ safeStorage, dialog, translate, platform: process.platform })
  const { runCommandLine } = await import('../cli/run.ts')
  const code = await runCommandLine(words, {
    env: process.env,
    signal: interrupted.signal,
    folders,
    secrets: createSecretStore(folders.config, vault),
    startProgram: createStartProgram(utilityProcess.fork, COMMAND_LINE),
    writeOut: (content) => void process.stdout.write(content),
    writeError: (text) => void process.stderr.write(text),
  })
  app.exit(code)
}
