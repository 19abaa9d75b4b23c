import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A Node process of the trials. */
export interface Started {
  readonly pid: number
  /** Kill -9: no handler of its own runs. Resolves when it is gone. */
  kill(): Promise<void>
  /** Resolves when it is gone; the exit code, or the signal. */
  readonly ended: Promise<number | string>
  /** What it said, and what it complained of. */
  output(): string
  complaint(): string
}

/** One of `tests/faults/programs`: it prints a JSON document a line, and may be told to go on, a line each. */
export interface Program extends Started {
  /** What it has printed. */
  readonly lines: readonly unknown[]
  /** The next line; null when there will be none. */
  next(): Promise<unknown>
  send(word: unknown): void
}

export interface ProgramOptions {
  readonly env?: Readonly<Record<string, string>>
  /** A command that runs the program, `eatmydata`. */
  readonly under?: readonly string[]
}

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Parsed modules are kept, so that a process starts in half the time. */
const COMPILE_CACHE = join(tmpdir(), 'redaksi-faults-cache')

/** Starts one of `tests/faults/programs` with what it needs to know. */
export function startProgram(name: string, facts: unknown, options: ProgramOptions = {}): Program {
  const path = join(import.meta.dirname, '..', 'programs', `${name}.ts`)
  const { child, started } = spawnNode([path, JSON.stringify(facts)], options)
  return {
    ...started,
    ...readLines(child, started.ended),
    send: (word) => void child.stdin?.write(`${JSON.stringify(word)}\n`),
  }
}

/** Starts a Node process of ours. It never outlives the tests. */
export function startNode(args: readonly string[], options: ProgramOptions = {}): Started {
  return spawnNode(args, options).started
}

function spawnNode(
  args: readonly string[],
  { env = {}, under = [] }: ProgramOptions,
): { child: ChildProcess; started: Started } {
  mkdirSync(COMPILE_CACHE, { recursive: true })
  const [command = '', ...words] = [...under, process.execPath, ...args]
  const child = spawn(command, words, {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILE_CACHE, ...env },
  })
  running.add(child)
  const said = { output: '', complaint: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.complaint += chunk.toString()))
  // It may be gone when it is told to go on.
  child.stdin.on('error', () => undefined)
  const ended = once(child, 'close').then(([code, signal]: (number | string | null)[]) => {
    running.delete(child)
    return code ?? signal ?? 'gone'
  })
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
  }
  const { pid = 0 } = child
  return {
    child,
    started: { pid, kill, ended, output: () => said.output, complaint: () => said.complaint },
  }
}

function readLines({ stdout }: ChildProcess, ended: Promise<unknown>): Pick<Program, 'lines' | 'next'> {
  const lines: unknown[] = []
  let read = 0
  let isOver = false
  let changed = Promise.withResolvers<void>()
  const tell = (): void => {
    changed.resolve()
    changed = Promise.withResolvers()
  }
  if (stdout === null) throw new Error('the program has no output')
  createInterface({ input: stdout }).on('line', (line) => {
    lines.push(JSON.parse(line))
    tell()
  })
  void ended.then(() => {
    isOver = true
    tell()
  })
  const next = async (): Promise<unknown> => {
    while (read >= lines.length) {
      if (isOver) return null
      await changed.promise
    }
    read += 1
    return lines[read - 1]
  }
  return { lines, next }
}
