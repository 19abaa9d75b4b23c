import type { FastifyInstance } from 'fastify'
import { RedaksiError } from '../../base/errors.ts'
import type { AttachmentShelf } from '../attachments/attachment-shelf.ts'
import type { ProblemCode } from '../contract.ts'
import type { PhotoShelf } from '../photos/photo-shelf.ts'
import { sendJson } from './routes.ts'

/** The largest photo, in bytes: what a newsroom sends has a tenth of it. */
const PHOTO_LIMIT = 16 * 1024 * 1024
/** The largest attachment, in bytes: what a newsroom takes in. */
const ATTACHMENT_LIMIT = 20 * 1024 * 1024

/** Files that are put under the SHA-256 of their bytes. */
interface FileKind {
  /** The address before the digest. */
  readonly path: string
  /** The one media type that is taken. */
  readonly type: string
  /** In bytes. */
  readonly limit: number
  readonly notFound: ProblemCode
  readonly shelf: {
    find(sha256: string): Promise<object | null>
    put(sha256: string, bytes: Uint8Array): Promise<object>
  }
}

/** Adds the protocol's routes for photos and attachments, below `/v1`. They take bytes where the others take JSON. */
export function addFileRoutes(
  app: FastifyInstance,
  { photos, attachments }: { readonly photos: PhotoShelf; readonly attachments: AttachmentShelf },
): void {
  addRoutes(app, {
    path: '/photos',
    type: 'image/jpeg',
    limit: PHOTO_LIMIT,
    notFound: 'endpoint.photo-not-found',
    shelf: photos,
  })
  addRoutes(app, {
    path: '/attachments',
    type: 'application/pdf',
    limit: ATTACHMENT_LIMIT,
    notFound: 'endpoint.attachment-not-found',
    shelf: attachments,
  })
}

function addRoutes(app: FastifyInstance, { path, type, limit, notFound, shelf }: FileKind): void {
  app.get(`${path}/:sha256`, { exposeHeadRoute: false }, async (request, reply) => {
    const held = await shelf.find(parseSha256(request.params, notFound))
    if (held === null) throw new RedaksiError(notFound)
    return sendJson(reply, held)
  })

  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(type, { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    scope.put(`${path}/:sha256`, { bodyLimit: limit }, async (request, reply) => {
      const sha256 = parseSha256(request.params, notFound)
      const isNew = (await shelf.find(sha256)) === null
      const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array()
      const held = await shelf.put(sha256, bytes)
      return sendJson(reply.code(isNew ? 201 : 200), held)
    })
  })
}

/** The file a path names. Throws `notFound` when it names none. */
function parseSha256(params: unknown, notFound: ProblemCode): string {
  const sha256 = typeof params === 'object' && params !== null && 'sha256' in params ? params.sha256 : ''
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) throw new RedaksiError(notFound)
  return sha256
}
