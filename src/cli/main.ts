import envPaths from 'env-paths'
import { runCommandLine } from './run.ts'

const interrupted = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // A second press means now: what was acknowledged is on disk already.
    if (interrupted.signal.aborted) process.exit(130)
    interrupted.abort()
  })
}
// Started by another process of ours: ends with it, however that one ends.
process.on('disconnect', () => interrupted.abort())
// Listening for that must not keep this one alive when its work is done.
process.channel?.unref()
// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

process.exitCode = await runCommandLine(process.argv.slice(2), {
  env: process.env,
  signal: interrupted.signal,
  folders: envPaths('redaksi', { suffix: '' }),
  writeOut: (content) => process.stdout.write(content),
  writeError: (text) => process.stderr.write(text),
})
