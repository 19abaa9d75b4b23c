import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import type { Clock } from '../base/clock.ts'
import { RedaksiError } from '../base/errors.ts'
import type { RandomBytes } from '../base/ids.ts'
import { collectMethods, type AllowedMethods } from './allowed-methods.ts'
import { PROBLEM_STATUS, type ProblemCode } from './contract.ts'
import { answerBrokenRequest } from './protocol/broken-requests.ts'
import type { AttachmentShelf } from './attachments/attachment-shelf.ts'
import type { PhotoShelf } from './photos/photo-shelf.ts'
import { addFileRoutes } from './protocol/file-routes.ts'
import { sendProblem, toProblemError } from './protocol/problems.ts'
import { addProtocolRoutes, sendJson } from './protocol/routes.ts'
import { createTokenGuard } from './protocol/token-guard.ts'
import { loadAssets } from './public/assets.ts'
import type { Office } from '../newsroom/public-page/index.ts'
import type { PublicServices } from './public/gather.ts'
import { createShowStory } from './public/shown-story.ts'
import { addPublicRoutes, sendProblemPage } from './public/routes.ts'
import type { EndpointStore } from './store/store.ts'

export interface EndpointOptions {
  readonly store: EndpointStore
  readonly photos: PhotoShelf
  readonly attachments: AttachmentShelf
  /** Whoever sends one of these may publish. */
  readonly tokens: readonly string[]
  readonly clock: Clock
  readonly random: RandomBytes
  /** What the pages say of the office instead of what the newest story says. */
  readonly office?: Partial<Office>
  /** The address readers use, when it is not the one this server listens at: behind a proxy. */
  readonly publicUrl?: string
  /** Told of every error that nobody foresaw; the sender learns only that there was one. */
  readonly report?: (error: unknown) => void
}

/** The largest request body, in bytes: a story of 20,000 words is a tenth of it. */
const BODY_LIMIT = 4 * 1024 * 1024
/** A request that has not arrived whole by then is given up, in milliseconds: the largest attachment, on a poor line. */
const REQUEST_TIMEOUT = 300_000

/**
 * No script runs, nothing is framed, nothing is loaded from elsewhere, whatever a story holds: the second wall behind
 * the rewriting of every body.
 */
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answers are for people: so are its failures. */
    isPage?: boolean
  }
}

/** Builds the publishing endpoint on a store. It does not listen yet; closing it closes the store. */
export function createEndpoint(options: EndpointOptions): FastifyInstance {
  const { store, photos, attachments, tokens, clock, random, office = {} } = options
  const app = createServer()
  const getOrigin = () => options.publicUrl?.replace(/\/+$/, '') ?? getOwnOrigin(app)
  const showStory = createShowStory({ photos, attachments })
  const services = { store, photos, attachments, clock, office, assets: loadAssets(), showStory, getOrigin }
  const getAddress = (slug: string) => `${getOrigin()}/berita/${slug}`

  addHeaders(app, collectMethods(app))
  endConnections(app)
  app.addHook('onClose', async () => {
    await photos.close()
    await attachments.close()
    await store.close()
  })
  answerErrors(app, services, options.report)
  parseJsonStrictly(app)

  app.get('/healthz', { exposeHeadRoute: false }, async (_request, reply) => {
    await store.ping()
    return sendJson(reply, { status: 'ok' })
  })
  addPublicRoutes(app, services)
  void app.register(
    async (scope) => {
      const guard = createTokenGuard(tokens, clock)
      scope.addHook('onRequest', async (request) => guard.check(request.headers.authorization, request.ip))
      addProtocolRoutes(scope, { store, photos, attachments, clock, random, getAddress })
      addFileRoutes(scope, { photos, attachments })
    },
    { prefix: '/v1' },
  )
  return app
}

function createServer(): FastifyInstance {
  return Fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT,
    return503OnClosing: false,
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: (error, request, reply) => void sendProblem(request, reply, toProblemError(error)),
    clientErrorHandler: answerBrokenRequest,
  })
}

function addHeaders(app: FastifyInstance, methods: AllowedMethods): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS)
    // Before the body is read: what is nobody's does not get its media type judged.
    if (request.is404) throw createMissing(methods.find(request.url))
  })
}

/** Once it closes, a connection that is kept open would hold it up until its client lets go of it. */
function endConnections(app: FastifyInstance): void {
  let isClosing = false
  app.addHook('preClose', async () => {
    isClosing = true
  })
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('Connection', 'close')
  })
}

function answerErrors(
  app: FastifyInstance,
  services: PublicServices,
  report: EndpointOptions['report'],
): void {
  app.setErrorHandler(async (error, request, reply) => {
    const problem = toProblemError(error)
    if (problem.code === 'endpoint.internal') report?.(error)
    const isPage =
      request.routeOptions.config.isPage === true || (request.is404 && isForPeople(request, problem.code))
    if (!isPage) return sendProblem(request, reply, problem)
    return sendProblemPage(reply, PROBLEM_STATUS[problem.code], services)
  })
}

/** An address that is nobody's gets a page, except below the protocol's. */
function isForPeople(request: FastifyRequest, code: ProblemCode): boolean {
  return code === 'endpoint.not-found' && !request.url.startsWith('/v1/')
}

function createMissing(allowed: readonly string[]): RedaksiError {
  if (allowed.length === 0) return new RedaksiError('endpoint.not-found')
  return new RedaksiError('endpoint.method-not-allowed', { allow: allowed.join(', ') })
}

/** JSON in UTF-8 and nothing else: bytes that are not UTF-8 are refused, not replaced; so are tricks with prototypes. */
function parseJsonStrictly(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(body))
      void parse(request, text, done)
    } catch (error) {
      done(new RedaksiError('endpoint.body-not-json', {}, error))
    }
  })
}

function getOwnOrigin(app: FastifyInstance): string {
  const address = app.server.address()
  const port = typeof address === 'object' && address !== null ? `:${address.port}` : ''
  return `http://127.0.0.1${port}`
}
