import type { FastifyInstance, FastifyReply } from 'fastify'
import { hasSession, type OwnSide } from './checks.ts'
import { APP_PAGE, DOOR_PAGE, type PageFile } from './page-files.ts'
import { createRefusal, sendEnvelope } from './replies.ts'
import { readFacts } from './request-facts.ts'

/** `GET /` and the files of the page. Without a session `/` is the door; the files are no secret. */
export function addPageRoutes(
  app: FastifyInstance,
  files: ReadonlyMap<string, PageFile>,
  own: OwnSide,
): void {
  app.get('/*', async ({ raw }, reply) => {
    const { path, ...facts } = readFacts(raw, false)
    const page = hasSession({ path, ...facts }, own) ? APP_PAGE : DOOR_PAGE
    const file = files.get(path === '/' ? page : path)
    if (file === undefined || (path !== '/' && isPage(path)))
      return sendEnvelope(reply, createRefusal('web.not-found'), 404)
    return sendFile(reply, file, raw.headers['if-none-match'])
  })
}

/** The two pages have one address, and which it is depends on the session. */
function isPage(path: string): boolean {
  return path === APP_PAGE || path === DOOR_PAGE
}

function sendFile(reply: FastifyReply, file: PageFile, known: string | undefined): FastifyReply {
  reply.header('cache-control', file.cacheControl)
  if (file.cacheControl !== 'no-store') reply.header('etag', file.etag)
  if (known === file.etag) return reply.code(304).send()
  return reply.type(file.mediaType).send(file.bytes)
}
