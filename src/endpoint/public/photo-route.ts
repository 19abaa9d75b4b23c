import type { FastifyInstance } from 'fastify'
import type { Clock } from '../../base/clock.ts'
import { RedaksiError } from '../../base/errors.ts'
import type { PhotoShelf } from '../photos/photo-shelf.ts'
import type { EndpointStore } from '../store/store.ts'

interface PhotoServices {
  readonly store: EndpointStore
  readonly photos: PhotoShelf
  readonly clock: Clock
}

/**
 * Adds the photos that pages show. One is served while a story that readers may see shows it: a withdrawal takes the
 * photos along, an embargo holds them back.
 */
export function addPhotoRoute(app: FastifyInstance, { store, photos, clock }: PhotoServices): void {
  app.get<{ Params: { readonly sha256: string; readonly name: string } }>(
    '/photos/:sha256/:name',
    async ({ params: { sha256, name } }, reply) => {
      const [, width] = /^(\d{1,5})\.jpg$/.exec(name) ?? []
      const isShown =
        /^[0-9a-f]{64}$/.test(sha256) &&
        width !== undefined &&
        (await store.isFileVisible(sha256, clock.now()))
      const bytes = isShown ? await photos.read(sha256, Number(width)) : null
      if (bytes === null) throw new RedaksiError('endpoint.not-found')
      // The name says what the bytes are: they never change.
      return reply
        .header('Cache-Control', 'public, max-age=31536000, immutable')
        .type('image/jpeg')
        .send(Buffer.from(bytes))
    },
  )
}
