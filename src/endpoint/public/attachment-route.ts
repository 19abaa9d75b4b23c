import type { FastifyInstance } from 'fastify'
import type { Clock } from '../../base/clock.ts'
import { RedaksiError } from '../../base/errors.ts'
import type { AttachmentShelf } from '../attachments/attachment-shelf.ts'
import { isFresh } from '../protocol/preconditions.ts'
import type { EndpointStore } from '../store/store.ts'

interface AttachmentServices {
  readonly store: EndpointStore
  readonly attachments: AttachmentShelf
  readonly clock: Clock
}

/**
 * Adds the attachments that pages link to. One is served while a story that readers may see has it, and is asked for anew
 * each time: a withdrawal takes it along at once. It is handed out as a file to keep, never shown within this site.
 */
export function addAttachmentRoute(
  app: FastifyInstance,
  { store, attachments, clock }: AttachmentServices,
): void {
  app.get<{ Params: { readonly sha256: string; readonly name: string } }>(
    '/lampiran/:sha256/:name',
    async (request, reply) => {
      const { sha256, name } = request.params
      const isShown =
        /^[0-9a-f]{64}$/.test(sha256) &&
        /^[0-9a-z-]{1,80}\.pdf$/.test(name) &&
        (await store.isFileVisible(sha256, clock.now()))
      const bytes = isShown ? await attachments.read(sha256) : null
      if (bytes === null) throw new RedaksiError('endpoint.not-found')
      const etag = `"${sha256}"`
      reply.headers({ ETag: etag, 'Cache-Control': 'public, no-cache' })
      if (isFresh(request.headers['if-none-match'], etag)) return reply.code(304).send()
      return reply
        .header('Content-Disposition', `attachment; filename="${name}"`)
        .type('application/pdf')
        .send(Buffer.from(bytes))
    },
  )
}
