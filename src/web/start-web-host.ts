import { createServer, type Server } from 'node:http'
import { readPageFiles } from '../backend/page-files.ts'
import { RedaksiError } from '../base/errors.ts'
import { createUuid, type RandomBytes } from '../base/ids.ts'
import { readSystemCode } from '../base/node/failures.ts'
import type { Backend } from '../bridge/index.ts'
import { createWebApp } from './app.ts'
import type { OnBug } from './bridge-routes.ts'
import { LOOPBACK_CHECKS, type Check } from './checks.ts'
import type { WebErrorCode } from './contract.ts'
import { createCredentials } from './credentials.ts'

export interface WebHostOptions {
  /** The port that open tabs know, or 0 for any free one. */
  readonly port: number
  readonly backend: Backend
  /** The built page: `out/renderer`. */
  readonly pageFolder: string
  /** The page's language until it says otherwise: `id` or `en`. */
  readonly locale: string
  readonly random: RandomBytes
  /** Hears what was not foreseen. */
  readonly onBug: OnBug
}

export interface WebHost {
  /** The address to open, with the token in its fragment. */
  readonly url: string
  readonly port: number
  /** Lets go of the port and of every page. The backend is not closed. */
  close(): Promise<void>
}

/**
 * Starts the web host, on this machine's own address alone. A port that is taken is never replaced by another, or the
 * open tabs would be cut off from their texts: fails with `web.port-taken` {port}, `web.port-refused` {port, reason} or
 * `page.not-built` {folder}.
 */
export function startWebHost(options: WebHostOptions): Promise<WebHost> {
  return startWithChecks(options, LOOPBACK_CHECKS)
}

/** Starts the web host with some of the rules only. For the tests, which show that each of them is needed. */
export async function startWithChecks(options: WebHostOptions, checks: readonly Check[]): Promise<WebHost> {
  const { backend, onBug, random } = options
  const files = await readPageFiles(options.pageFolder, options.locale)
  const server = await listen(options.port)
  const port = getPort(server)
  const own = { port, credentials: createCredentials(random) }
  const app = await createWebApp({
    server,
    own,
    backend,
    files,
    checks,
    random,
    onBug,
    run: createUuid(random),
  })
  return {
    url: `http://127.0.0.1:${port}/#${own.credentials.token}`,
    port,
    async close() {
      await app.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function listen(port: number): Promise<Server> {
  // Longer than a browser keeps an idle connection, so that no call is sent on one that is just being closed.
  // A request without a Host is refused by our own rule, with our own headers.
  const server = createServer({ keepAliveTimeout: 320_000, requireHostHeader: false })
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => reject(toStartError(port, cause)))
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}

function toStartError(port: number, cause: Error): RedaksiError {
  const reason = readSystemCode(cause)
  if (reason === 'EADDRINUSE') return new RedaksiError<WebErrorCode>('web.port-taken', { port }, cause)
  return new RedaksiError<WebErrorCode>('web.port-refused', { port, reason }, cause)
}

function getPort(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port')
  return address.port
}
