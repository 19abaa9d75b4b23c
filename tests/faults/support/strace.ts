import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'

/** A process under strace. */
export interface Tracer {
  /** Lets the process go, and returns what was seen. */
  detach(): Promise<string>
}

/** How the pieces under test are run so that file calls come one after another, on one thread, as system calls. */
export const ONE_BY_ONE = { UV_THREADPOOL_SIZE: '1', UV_USE_IO_URING: '0' }

/** Attaches strace to a running process and all its threads; counting starts here. */
export async function attachStrace(pid: number, args: readonly string[], log: string): Promise<Tracer> {
  const tracer = spawn('strace', ['-f', '-o', log, ...args, '-p', String(pid)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = once(tracer, 'close')
  let said = ''
  const attached = new Promise<void>((resolve) => {
    tracer.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (/Process \d+ attached/.test(said)) resolve()
    })
  })
  await Promise.race([
    attached,
    ended.then(() => {
      throw new Error(`strace did not attach: ${said}`)
    }),
  ])
  return {
    async detach() {
      tracer.kill('SIGTERM')
      await ended
      return readFile(log, 'utf8')
    },
  }
}

/** The calls that open, flush or change what stands on a disk. Those another architecture lacks are passed over. */
const FILE_CALLS = [
  ...['openat', 'open', 'creat', 'write', 'writev', 'pwrite64', 'pwritev', 'copy_file_range', 'sendfile'],
  ...['fsync', 'fdatasync', 'sync_file_range', 'ftruncate', 'truncate', 'rename', 'renameat', 'renameat2'],
  ...['link', 'linkat', 'unlink', 'unlinkat', 'mkdir', 'mkdirat', 'rmdir', 'symlink', 'symlinkat'],
  ...['chmod', 'fchmod', 'fchmodat'],
]

/** Watches the file calls of a process, with the paths behind their numbers. */
export const WATCH_FILE_CALLS = ['-y', '-e', `trace=${FILE_CALLS.map((call) => `?${call}`).join(',')}`]

/** One file call of an operation: the `number`th (from 1) of its name, or with `path` of its name on that file. */
export interface Point {
  readonly call: string
  readonly number: number
  readonly path: string | null
}

/** Kills a process as this call begins: it is not made. */
export function killAt({ call, number, path }: Point): readonly string[] {
  const where = path === null ? [] : ['-P', path]
  return [...where, '-e', `trace=${call}`, '-e', `inject=${call}:signal=KILL:when=${number}`]
}

/** Threads wake each other by writing, and open files of their own to read: these calls are counted file by file. */
const COUNTED_BY_FILE = /^(write|writev|open|openat)$/

/**
 * Reads a log for the calls that may change what stands below a folder, in the order in which they began, and for the
 * threads they ran on. An opening just to read is left out: before the next call the disk is the same.
 */
export function readPoints(log: string, folder: string): { points: readonly Point[]; threads: number } {
  const counts = new Map<string, number>()
  const threads = new Set<string>()
  const points: Point[] = []
  for (const line of log.split('\n')) {
    const [, thread = '', call = '', rest = ''] = /^(\d+) +(\w+)\((.*)$/.exec(line) ?? []
    if (!rest.includes(folder)) continue
    const path = COUNTED_BY_FILE.test(call) ? readPath(rest, folder) : null
    const key = path === null ? `${thread} ${call}` : `${call} ${path}`
    const number = (counts.get(key) ?? 0) + 1
    counts.set(key, number)
    if (call.startsWith('open') && !/O_CREAT|O_TRUNC/.test(rest)) continue
    threads.add(thread)
    points.push({ call, number, path })
  }
  return { points, threads: threads.size }
}

function readPath(rest: string, folder: string): string {
  return /^[^">]*["<]([^">]*)[">]/.exec(rest.slice(rest.indexOf(folder) - 1))?.[1] ?? ''
}
