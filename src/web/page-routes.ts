import type { FastifyInstance, FastifyReply } from 'fastify'
import { APP_PAGE, DOOR_PAGE, type PageFile } from '../backend/page-files.ts'
import { insertNonce } from '../backend/page-headers.ts'
import type { RandomBytes } from '../base/ids.ts'
import { hasSession, type OwnSide } from './checks.ts'
import { createPolicy } from './headers.ts'
import { createRefusal, sendEnvelope } from './replies.ts'
import { readFacts } from './request-facts.ts'

/** `GET /` and the files of the page. Without a session `/` is the door; the files are no secret. */
export function addPageRoutes(
  app: FastifyInstance,
  files: ReadonlyMap<string, PageFile>,
  own: OwnSide,
  random: RandomBytes,
): void {
  app.get('/*', async ({ raw }, reply) => {
    const facts = readFacts(raw, false)
    const isRoot = facts.path === '/'
    const file = files.get(isRoot ? (hasSession(facts, own) ? APP_PAGE : DOOR_PAGE) : facts.path)
    if (file === undefined || (!isRoot && isPage(facts.path))) {
      return sendEnvelope(reply, createRefusal('web.not-found'), 404)
    }
    if (isRoot) return sendPage(reply, file, own.port, Buffer.from(random(16)).toString('base64'))
    return sendFile(reply, file, raw.headers['if-none-match'])
  })
}

/** The two pages have one address, and which it is depends on the session. */
function isPage(path: string): boolean {
  return path === APP_PAGE || path === DOOR_PAGE
}

function sendPage(
  reply: FastifyReply,
  { bytes, mediaType, cacheControl }: PageFile,
  port: number,
  nonce: string,
) {
  reply.headers({ 'cache-control': cacheControl, 'content-security-policy': createPolicy(port, nonce) })
  return reply.type(mediaType).send(insertNonce(bytes, nonce))
}

function sendFile(reply: FastifyReply, file: PageFile, known: string | undefined): FastifyReply {
  reply.headers({ 'cache-control': file.cacheControl, etag: file.etag })
  if (known === file.etag) return reply.code(304).send()
  return reply.type(file.mediaType).send(file.bytes)
}
