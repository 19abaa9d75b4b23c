import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { nameCookie, SESSION_PATH, type OwnSide } from './checks.ts'
import { isSameSecret } from './credentials.ts'
import { createRefusal, sendEnvelope } from './replies.ts'

/** Wrong tokens after which no token is taken any more, the right one included. Who is in stays in. */
export const MOST_BAD_TOKENS = 20

const SMALL_BODY = 1024
const exchange = z.strictObject({ token: z.string() })

/** `POST /session {token}`: sets the session's cookie and replies the page's key. */
export function addSessionRoute(app: FastifyInstance, own: OwnSide): void {
  const { port, credentials } = own
  let bad = 0
  app.post(SESSION_PATH, { bodyLimit: SMALL_BODY }, async (request, reply) => {
    const asked = exchange.safeParse(request.body)
    if (!asked.success) return sendEnvelope(reply, createRefusal('web.bad-request'), 400)
    if (bad >= MOST_BAD_TOKENS) return sendEnvelope(reply, createRefusal('web.locked-out'), 429)
    if (!isSameSecret(asked.data.token, credentials.token)) {
      bad += 1
      return sendEnvelope(reply, createRefusal('web.bad-token'), 403)
    }
    reply.header(
      'set-cookie',
      `${nameCookie(port)}=${credentials.session}; HttpOnly; SameSite=Strict; Path=/`,
    )
    return sendEnvelope(reply, { ok: true, value: { key: credentials.key } })
  })
}
