import type { FastifyInstance } from 'fastify'
import { RedaksiError } from '../../base/errors.ts'
import type { PhotoShelf } from '../photos/photo-shelf.ts'
import { sendJson } from './routes.ts'

/** The largest photo, in bytes: what a newsroom sends has a tenth of it. */
const PHOTO_LIMIT = 16 * 1024 * 1024

/** Adds the protocol's routes for photos, below `/v1`. They take JPEG bytes where the others take JSON. */
export function addPhotoRoutes(app: FastifyInstance, photos: PhotoShelf): void {
  app.get('/photos/:sha256', { exposeHeadRoute: false }, async (request, reply) => {
    const held = await photos.find(parseSha256(request.params))
    if (held === null) throw new RedaksiError('endpoint.photo-not-found')
    return sendJson(reply, held)
  })

  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('image/jpeg', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    )
    scope.put('/photos/:sha256', { bodyLimit: PHOTO_LIMIT }, async (request, reply) => {
      const sha256 = parseSha256(request.params)
      const isNew = (await photos.find(sha256)) === null
      const held = await photos.put(
        sha256,
        request.body instanceof Uint8Array ? request.body : new Uint8Array(),
      )
      return sendJson(reply.code(isNew ? 201 : 200), held)
    })
  })
}

/** The photo a path names. Throws `endpoint.photo-not-found` when it names none. */
function parseSha256(params: unknown): string {
  const sha256 = typeof params === 'object' && params !== null && 'sha256' in params ? params.sha256 : ''
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256))
    throw new RedaksiError('endpoint.photo-not-found')
  return sha256
}
