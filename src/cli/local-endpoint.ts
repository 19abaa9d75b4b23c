import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { RedaksiError } from '../base/errors.ts'
import type { CliErrorCode } from './contract.ts'

/** The publishing endpoint that comes with Redaksi, as a child process that ends with this one. */
export interface LocalEndpoint {
  readonly url: string
  readonly port: number
  /** What its owner publishes with. */
  readonly token: string
  /** Resolves when it has ended, wanted or not. */
  readonly ended: Promise<void>
  close(): Promise<void>
}

/**
 * Starts it on the port it had the last time, or when that is taken or none is known, on any free one. Fails with
 * `cli.endpoint-failed` {reason}.
 */
export async function startLocalEndpoint(
  dataFolder: string,
  port: number | undefined,
): Promise<LocalEndpoint> {
  try {
    return await startAt(dataFolder, port ?? 0)
  } catch (error) {
    if (port === undefined) throw error
    return startAt(dataFolder, 0)
  }
}

async function startAt(dataFolder: string, port: number): Promise<LocalEndpoint> {
  const tokenFile = join(dataFolder, 'token')
  const child = startProgram([
    'endpoint',
    '--port',
    String(port),
    '--data',
    dataFolder,
    '--token-file',
    tokenFile,
  ])
  const ended = once(child, 'exit').then(() => undefined)
  const url = await readAddress(child)
  const token = (await readFile(tokenFile, 'utf8')).split('\n')[0] ?? ''
  return {
    url,
    port: Number(new URL(url).port),
    token,
    ended,
    async close() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** This program again, with other words. The channel between the two is there to be cut: the child ends with it. */
function startProgram(words: readonly string[]): ChildProcess {
  const program = process.argv[1] ?? ''
  return spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
}

async function readAddress(child: ChildProcess): Promise<string> {
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  if (child.stdout === null) throw new Error('the endpoint has no output')
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /^Endpoint: (http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1]
    if (address !== undefined) return address
  }
  throw new RedaksiError<CliErrorCode>('cli.endpoint-failed', { reason: complaint.trim() })
}
