import { once } from 'node:events'
import type { UtilityProcess } from 'electron'
import type { RunningProgram, StartProgram } from '../cli/program.ts'

/** Electron's `utilityProcess.fork`. */
export type Fork = (
  module: string,
  words: string[],
  options: { readonly stdio: ['ignore', 'pipe', 'pipe']; readonly serviceName: string },
) => UtilityProcess

/**
 * Starts the command line beside the application. The installed program cannot be run as Node (a fuse is blown), so it
 * is a utility process, which the system ends with the application.
 */
export function createStartProgram(fork: Fork, commandLine: string): StartProgram {
  return (words): RunningProgram => {
    const child = fork(commandLine, [...words], {
      stdio: ['ignore', 'pipe', 'pipe'],
      serviceName: 'Redaksi endpoint',
    })
    const { stdout, stderr } = child
    if (stdout === null || stderr === null) throw new Error('a utility process without its output')
    return {
      stdout,
      stderr,
      ended: once(child, 'exit').then(() => undefined),
      stop: () => void child.kill(),
    }
  }
}
