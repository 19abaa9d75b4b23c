import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openSettings, type Newsroom } from '../backend/index.ts'
import { isRedaksiError, RedaksiError } from '../base/errors.ts'
import type { CliErrorCode } from './contract.ts'
import type { RunningProgram, StartProgram } from './program.ts'

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

export interface LocalEndpointOptions {
  readonly configFolder: string
  readonly dataFolder: string
  readonly startProgram: StartProgram
}

/** The name of the target that comes with a first run. */
const LOCAL_TARGET = 'lokal'

/**
 * Starts the endpoint of a library, on the port that it had the last time, and makes it the first target of a library
 * that has none. Fails with `cli.endpoint-failed` {reason}.
 */
export async function openLocalEndpoint(
  newsroom: Newsroom,
  { configFolder, dataFolder, startProgram }: LocalEndpointOptions,
): Promise<LocalEndpoint> {
  const { id } = newsroom.library
  const settings = openSettings(configFolder)
  const { endpointPorts } = await settings.read()
  const endpoint = await startLocalEndpoint(join(dataFolder, 'endpoint', id), endpointPorts[id], startProgram)
  try {
    await addLocalTarget(newsroom, endpoint)
    await settings.change((known) => ({
      ...known,
      endpointPorts: { ...known.endpointPorts, [id]: endpoint.port },
    }))
    return endpoint
  } catch (error) {
    await endpoint.close()
    throw error
  }
}

/** A library without targets gets the local endpoint; one that has it is told where it listens now. */
async function addLocalTarget(
  { targets, surroundings }: Newsroom,
  { url, token }: LocalEndpoint,
): Promise<void> {
  const all = await targets.list()
  const mine = all.find((target) => target.name === LOCAL_TARGET)
  if (mine !== undefined) return targets.move(LOCAL_TARGET, url)
  if (all.length > 0) return
  try {
    await targets.add({ name: LOCAL_TARGET, type: 'redaksi', url, secretEnv: null }, token)
  } catch (error) {
    // The person does not want its token kept: then there is no target, and everything else works.
    if (!isRedaksiError(error, 'publish.secret-refused')) throw error
    surroundings.onWarning(error)
  }
}

/** When the known port is taken, or none is known, any free one will do. */
async function startLocalEndpoint(
  folder: string,
  port: number | undefined,
  startProgram: StartProgram,
): Promise<LocalEndpoint> {
  try {
    return await startAt(folder, port ?? 0, startProgram)
  } catch (error) {
    if (port === undefined) throw error
    return startAt(folder, 0, startProgram)
  }
}

async function startAt(folder: string, port: number, startProgram: StartProgram): Promise<LocalEndpoint> {
  const tokenFile = join(folder, 'token')
  const words = ['endpoint', '--port', String(port), '--data', folder, '--token-file', tokenFile]
  const program = startProgram(words)
  const url = await readAddress(program)
  const token = (await readFile(tokenFile, 'utf8')).split('\n')[0] ?? ''
  return {
    url,
    port: Number(new URL(url).port),
    token,
    ended: program.ended,
    async close() {
      program.stop()
      await program.ended
    },
  }
}

async function readAddress({ stdout, stderr }: RunningProgram): Promise<string> {
  let complaint = ''
  stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  for await (const line of createInterface({ input: stdout })) {
    const address = /^Endpoint: (http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1]
    if (address !== undefined) return address
  }
  throw new RedaksiError<CliErrorCode>('cli.endpoint-failed', { reason: complaint.trim() })
}
