import type { FastifyInstance } from 'fastify'
import { LARGEST_ARGUMENT, wrapError, type Backend } from '../bridge/index.ts'
import { BLOBS_PREFIX, BRIDGE_PREFIX } from './checks.ts'
import { sendEnvelope } from './replies.ts'

export type OnBug = (error: unknown, method: string) => void

/** `POST /bridge/{method}` with the argument as its body: every envelope is a 200, whatever it holds. */
export function addBridgeRoute(app: FastifyInstance, backend: Backend, onBug: OnBug): void {
  app.post<{ Params: { method: string } }>(
    `${BRIDGE_PREFIX}:method`,
    { bodyLimit: LARGEST_ARGUMENT },
    async ({ params: { method }, body }, reply) => {
      const envelope = await backend.dispatch(method, body)
      try {
        return sendEnvelope(reply, envelope)
      } catch (error) {
        // The service replied what is no JSON.
        return sendEnvelope(reply, wrapError(error, method, onBug))
      }
    },
  )
}

/** `PUT /blobs/{sha256}`: the body goes to the backend as it comes in, whatever type it claims. */
export function addBlobRoute(app: FastifyInstance, backend: Backend, onBug: OnBug): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
    scope.put<{ Params: { sha256: string } }>(
      `${BLOBS_PREFIX}:sha256`,
      async ({ params: { sha256 }, raw }, reply) => {
        try {
          await backend.putBlob(sha256, raw)
          return await sendEnvelope(reply, { ok: true, value: null })
        } catch (error) {
          // What is left of the body is not wanted.
          reply.header('connection', 'close')
          return sendEnvelope(reply, wrapError(error, 'blobs.put', onBug), 422)
        }
      },
    )
  })
}
