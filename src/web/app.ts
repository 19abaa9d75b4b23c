import type { Server } from 'node:http'
import fastify, { type FastifyInstance } from 'fastify'
import type { PageFile } from '../backend/page-files.ts'
import type { RandomBytes } from '../base/ids.ts'
import { wrapError, type Backend } from '../bridge/index.ts'
import { addBlobRoute, addBridgeRoute, type OnBug } from './bridge-routes.ts'
import { EVENTS_PATH, type Check, type OwnSide } from './checks.ts'
import type { WebErrorCode } from './contract.ts'
import { createEvents, type Events } from './events.ts'
import { createHeaders } from './headers.ts'
import { addPageRoutes } from './page-routes.ts'
import { endRefused, findRefusal, sendRefusal } from './refusals.ts'
import { createRefusal, sendEnvelope } from './replies.ts'
import { addSessionRoute } from './session-route.ts'

export interface WebAppOptions {
  /** Listens already: the port is part of who we are. */
  readonly server: Server
  readonly own: OwnSide
  readonly backend: Backend
  readonly files: ReadonlyMap<string, PageFile>
  /** The rules that every request goes through; all of them, but for a test that shows what one is good for. */
  readonly checks: readonly Check[]
  /** Names this run to those who hear its events. */
  readonly run: string
  readonly random: RandomBytes
  readonly onBug: OnBug
}

/** Puts the application on a server: the rules first, then the routes. Returns what closes it. */
export async function createWebApp(options: WebAppOptions): Promise<{ close(): Promise<void> }> {
  const { server, own, backend, files, checks, onBug } = options
  const headers = createHeaders(own.port)
  const app = createApp(server, headers, onBug)
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers)
    const refusal = findRefusal(request.raw, false, checks, own)
    return refusal === null ? undefined : sendRefusal(request, reply, refusal)
  })
  addSessionRoute(app, own)
  addBridgeRoute(app, backend, onBug)
  addBlobRoute(app, backend, onBug)
  addPageRoutes(app, files, own, options.random)
  const events = createEvents({ backend, key: own.credentials.key, run: options.run })
  acceptUpgrades(options, headers, events)
  await app.ready()
  return {
    async close() {
      events.close()
      await app.close()
    },
  }
}

function createApp(server: Server, headers: Readonly<Record<string, string>>, onBug: OnBug): FastifyInstance {
  const app = fastify({
    serverFactory: (handler) => server.on('request', handler),
    exposeHeadRoutes: false,
    clientErrorHandler: (_error, socket) =>
      endRefused(socket, { status: 400, code: 'web.bad-request' }, headers),
    frameworkErrors: (_error, _request, reply) => {
      reply.headers(headers)
      sendEnvelope(reply, createRefusal('web.bad-request'), 400)
    },
  })
  app.removeContentTypeParser('text/plain')
  app.setNotFoundHandler((_request, reply) => sendEnvelope(reply, createRefusal('web.not-found'), 404))
  app.setErrorHandler((error, request, reply) => {
    const refusal = readFastifyError(error)
    if (refusal !== null) return sendEnvelope(reply, createRefusal(refusal.code), refusal.status)
    return sendEnvelope(reply, wrapError(error, request.url, onBug), 500)
  })
  return app
}

/** What the framework found wrong with a request, before any of our code saw it. */
function readFastifyError(error: unknown): { readonly status: number; readonly code: WebErrorCode } | null {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
  if (status === 413) return { status, code: 'web.too-large' }
  if (status === 415) return { status, code: 'web.not-json' }
  return typeof status === 'number' && status >= 400 && status < 500
    ? { status, code: 'web.bad-request' }
    : null
}

/** Every upgrade goes through the same rules; the only thing to upgrade to is the events' WebSocket. */
function acceptUpgrades(
  { server, own, checks }: WebAppOptions,
  headers: Readonly<Record<string, string>>,
  events: Events,
): void {
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const refusal = findRefusal(request, true, checks, own)
    if (refusal !== null) return endRefused(socket, refusal, headers)
    if (request.url !== EVENTS_PATH)
      return endRefused(socket, { status: 404, code: 'web.not-found' }, headers)
    events.accept(request, socket, head)
  })
}
