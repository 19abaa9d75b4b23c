import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** This program, started a second time with other words. It ends with this one, however that one ends. */
export interface RunningProgram {
  readonly stdout: NodeJS.ReadableStream
  readonly stderr: NodeJS.ReadableStream
  readonly ended: Promise<void>
  stop(): void
}

export type StartProgram = (words: readonly string[]) => RunningProgram

/** Starts this program again on Node. The channel between the two is there to be cut: the child ends with it. */
export const startNodeProgram: StartProgram = (words) => {
  const program = process.argv[1] ?? ''
  const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  const { stdout, stderr } = child
  if (stdout === null || stderr === null) throw new Error('a child process without its output')
  return {
    stdout,
    stderr,
    ended: once(child, 'exit').then(() => undefined),
    stop: () => void child.kill('SIGTERM'),
  }
}
