import { join } from 'node:path'
import { inspect } from 'node:util'
import type { FastifyInstance } from 'fastify'
import type { Clock } from '../base/clock.ts'
import { RedaksiError } from '../base/errors.ts'
import type { RandomBytes } from '../base/ids.ts'
import { makeFolderDurably } from '../base/node/durable-write.ts'
import { readSystemCode } from '../base/node/failures.ts'
import { createSystemClock, systemRandom } from '../base/node/system.ts'
import type { Office } from '../newsroom/public-page/index.ts'
import { openAttachmentShelf } from './attachments/attachment-shelf.ts'
import { openPhotoShelf } from './photos/photo-shelf.ts'
import { createEndpoint } from './server.ts'
import { openSqliteStore } from './store/sqlite-store.ts'
import { loadTokens } from './token-file.ts'

export interface StartOptions {
  /** 0 is any free one. */
  readonly port: number
  /** Where the store and the photos live; made if missing. */
  readonly dataFolder: string
  /** One token a line; made with one new token if missing. */
  readonly tokenFile: string
  readonly office?: Partial<Office>
  /** The address readers use, when it is not the one it listens at. */
  readonly publicUrl?: string
  readonly clock?: Clock
  readonly random?: RandomBytes
  /** Told of every error that nobody foresaw. */
  readonly report?: (error: unknown) => void
}

/** What has not been received or answered this long after the close began is given up, in milliseconds. */
const GRACE = 3000

/** An endpoint that listens. */
export interface RunningEndpoint {
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  /** Lets requests that are under way finish, takes no new ones, and closes the store. */
  close(): Promise<void>
}

/**
 * Starts the publishing endpoint on this machine alone: it listens at 127.0.0.1 and nowhere else. Throws the codes of
 * `ENDPOINT_START_CODES` and what `base` says of files; nothing is left running then.
 */
export async function startEndpoint(options: StartOptions): Promise<RunningEndpoint> {
  const { port, dataFolder, tokenFile, clock = createSystemClock(), random = systemRandom, ...rest } = options
  await makeFolderDurably(dataFolder)
  const tokens = await loadTokens(tokenFile, random)
  const store = openSqliteStore(join(dataFolder, 'endpoint.sqlite'))
  const photos = openPhotoShelf(join(dataFolder, 'photos'))
  const attachments = openAttachmentShelf(join(dataFolder, 'attachments'))
  const app = createEndpoint({
    report: reportToStderr,
    ...rest,
    store,
    photos,
    attachments,
    tokens,
    clock,
    random,
  })
  try {
    const url = await app.listen({ host: '127.0.0.1', port })
    return { url, close: () => closeGracefully(app) }
  } catch (error) {
    await app.close()
    throw toListenError(port, error)
  }
}

async function closeGracefully(app: FastifyInstance): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), GRACE)
  await app.close()
  clearTimeout(timer)
}

function toListenError(port: number, error: unknown): unknown {
  const code = readSystemCode(error)
  if (code === 'EADDRINUSE') return new RedaksiError('endpoint.port-in-use', { port }, error)
  if (code === 'EACCES' || code === 'ERR_SOCKET_BAD_PORT')
    return new RedaksiError('endpoint.port-unusable', { port }, error)
  return error
}

function reportToStderr(error: unknown): void {
  process.stderr.write(`endpoint: ${inspect(error)}\n`)
}
