import http, { type ClientRequest, type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { Socket } from 'node:net'
import type { HttpOutcome, NotSentReason } from '../http.ts'

/**
 * An HTTP client that can say whether anything was sent. `fetch` cannot: its errors do not tell a connection reset
 * during the TLS handshake from one after the request had left, so this stands on `node:http`. Redirects are answers
 * like any other and are not followed. Nothing is logged, headers least of all.
 */
export interface HttpClient {
  /** Sends one request and reads its answer whole. It never throws: every failure is one of the outcomes. */
  request(request: HttpRequest): Promise<HttpOutcome>
  /** Closes idle connections. */
  close(): void
}

export interface HttpRequest {
  readonly method: 'GET' | 'PUT' | 'POST'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Uint8Array
  readonly signal?: AbortSignal
}

/** All times in milliseconds. */
export interface HttpLimits {
  /** Name look-up, connection and TLS together. */
  readonly connect: number
  /** The longest pause without a byte either way. */
  readonly idle: number
  /** The whole exchange. */
  readonly total: number
  /**
   * How long an idle connection is kept for the next request. Shorter than any server's own limit, so that a request
   * seldom meets a connection which the server is just closing: such a request's outcome is unknown.
   */
  readonly keepAlive: number
  /** The longest answer that is read, in bytes. */
  readonly answerBytes: number
}

const LIMITS: HttpLimits = {
  connect: 15_000,
  idle: 30_000,
  total: 300_000,
  keepAlive: 1_000,
  answerBytes: 16 * 1024 * 1024,
}

/** Trust beyond the system's: certificates (PEM) of an office's own authority. */
export interface HttpClientOptions {
  readonly limits?: Partial<HttpLimits>
  readonly authorities?: string
}

/** Makes a client; `limits` replaces only the limits it names. */
export function createHttpClient(options: HttpClientOptions = {}): HttpClient {
  const limits = { ...LIMITS, ...options.limits }
  const kept = { keepAlive: true, timeout: limits.keepAlive }
  const trust = options.authorities === undefined ? {} : { ca: options.authorities }
  const plain = new http.Agent(kept)
  const secure = new https.Agent({ ...kept, ...trust })
  const start = (request: HttpRequest, fresh: boolean): ClientRequest => {
    const given = { method: request.method, headers: getHeaders(request), timeout: limits.idle }
    if (request.url.protocol !== 'https:') {
      return http.request(request.url, { ...given, agent: fresh ? false : plain })
    }
    return https.request(request.url, { ...given, ...trust, agent: fresh ? false : secure })
  }
  return {
    request: async (request) => {
      const first = await exchange(() => start(request, false), request, limits)
      if (!first.stale || request.method !== 'GET') return first.outcome
      // The server closed the idle connection as we took it. Reading again harms nobody; a write stays in doubt.
      return (await exchange(() => start(request, true), request, limits)).outcome
    },
    close: () => {
      plain.destroy()
      secure.destroy()
    },
  }
}

function getHeaders(request: HttpRequest): Record<string, string | number> {
  const headers = { 'accept-encoding': 'identity', ...request.headers }
  return request.body === undefined ? headers : { ...headers, 'content-length': request.body.byteLength }
}

/** `stale`: the connection had been used before and broke without a byte of answer. */
interface Exchange {
  readonly outcome: HttpOutcome
  readonly stale: boolean
}

function exchange(start: () => ClientRequest, request: HttpRequest, limits: HttpLimits): Promise<Exchange> {
  return new Promise((resolve) => {
    let message: ClientRequest
    try {
      if (!/^https?:$/.test(request.url.protocol)) throw new TypeError('not an HTTP address')
      message = start()
    } catch {
      // Node refuses an address or a header value that cannot be sent; its words may repeat the value.
      return resolve({ outcome: { kind: 'not-sent', reason: 'malformed' }, stale: false })
    }
    const progress: Progress = { sent: false, answering: false, fault: null }
    const settle = (outcome: HttpOutcome): void => {
      clearTimeout(connecting)
      clearTimeout(whole)
      request.signal?.removeEventListener('abort', stop)
      const reset = outcome.kind === 'lost' && outcome.reason === 'reset'
      resolve({ outcome, stale: reset && message.reusedSocket && !progress.answering })
    }
    const fail = (error: Error | null): void => settle(describeFailure(error, progress, request.url))
    const giveUp = (fault: 'timeout' | 'stopped'): void => {
      progress.fault ??= fault
      message.destroy()
    }
    const stop = (): void => giveUp('stopped')
    const connecting = setTimeout(() => progress.sent || giveUp('timeout'), limits.connect)
    const whole = setTimeout(() => giveUp('timeout'), limits.total)
    message.once('socket', (socket) =>
      watchConnection(message, socket, request.url, () => (progress.sent = true)),
    )
    message.on('timeout', () => giveUp('timeout'))
    message.on('error', fail)
    message.once('response', (response) => {
      progress.answering = true
      readAnswer(response, limits.answerBytes, settle, fail)
    })
    message.once('close', () => fail(null))
    if (request.signal?.aborted === true) stop()
    request.signal?.addEventListener('abort', stop, { once: true })
    message.end(request.body)
  })
}

/** How far an exchange has come; `fault` is set when it was we who gave up. */
interface Progress {
  sent: boolean
  answering: boolean
  fault: 'timeout' | 'stopped' | null
}

/** Bytes leave as soon as the connection stands: with TLS, when its handshake is done. */
function watchConnection(message: ClientRequest, socket: Socket, url: URL, begin: () => void): void {
  if (message.reusedSocket) begin()
  else socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', begin)
}

function readAnswer(
  response: IncomingMessage,
  limit: number,
  settle: (outcome: HttpOutcome) => void,
  fail: (error: Error | null) => void,
): void {
  const chunks: Uint8Array[] = []
  let size = 0
  response.on('data', (chunk: Uint8Array) => {
    chunks.push(chunk)
    size += chunk.byteLength
    if (size <= limit) return
    settle({ kind: 'lost', reason: 'too-long' })
    response.destroy()
  })
  response.once('error', fail)
  response.once('end', () => {
    const { statusCode: status = 0, complete } = response
    if (!complete) return settle({ kind: 'lost', reason: 'cut' })
    settle({ kind: 'answered', status, headers: joinHeaders(response), body: Buffer.concat(chunks) })
  })
}

function joinHeaders(response: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [name, values] of Object.entries(response.headersDistinct))
    headers[name] = (values ?? []).join(', ')
  return headers
}

function describeFailure(error: Error | null, { sent, answering, fault }: Progress, url: URL): HttpOutcome {
  if (!sent) return { kind: 'not-sent', reason: fault ?? nameConnectFault(error, url) }
  if (fault !== null) return { kind: 'lost', reason: fault }
  if (getCode(error).startsWith('HPE_')) return { kind: 'lost', reason: 'malformed' }
  return { kind: 'lost', reason: answering ? 'cut' : 'reset' }
}

const CONNECT_FAULTS: Readonly<Record<string, NotSentReason>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENETDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  ETIMEDOUT: 'timeout',
}

/** What broke before the connection stood. Where TLS is spoken, what is none of the network's faults is TLS's. */
function nameConnectFault(error: Error | null, url: URL): NotSentReason {
  return CONNECT_FAULTS[getCode(error)] ?? (url.protocol === 'https:' ? 'tls' : 'unreachable')
}

function getCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}
