import { STATUS_CODES, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { createTranslate, LOCALES } from '../backend/locale.ts'
import type { Check, OwnSide, Refusal } from './checks.ts'
import type { WebErrorCode } from './contract.ts'
import { createRefusal, sendEnvelope } from './replies.ts'
import { readFacts } from './request-facts.ts'

/** The first rule that a request breaks, or null. */
export function findRefusal(
  request: IncomingMessage,
  isUpgrade: boolean,
  checks: readonly Check[],
  own: OwnSide,
): Refusal | null {
  const facts = readFacts(request, isUpgrade)
  for (const check of checks) {
    const refusal = check(facts, own)
    if (refusal !== null) return refusal
  }
  return null
}

/** Says a refusal, to a person who looks at it in words of both languages, else as an envelope. */
export function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, code }: Refusal,
): FastifyReply {
  // The body was not read and must not be taken for the next request.
  if (request.method !== 'GET') reply.header('connection', 'close')
  const isPerson = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
  if (!isPerson) return sendEnvelope(reply, createRefusal(code), status)
  return reply.code(status).type('text/plain; charset=utf-8').send(describe(code))
}

/** Says a refusal on a connection that no route has, and ends it. */
export function endRefused(
  socket: Duplex,
  { status, code }: Pick<Refusal, 'code'> & { readonly status: number },
  headers: Readonly<Record<string, string>>,
): void {
  const body = JSON.stringify(createRefusal(code))
  const lines = Object.entries({
    ...headers,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}`)
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
}

function describe(code: WebErrorCode): string {
  return `Redaksi\n\n${LOCALES.map((locale) => createTranslate(locale)(code)).join('\n\n')}\n`
}
