import type { FastifyReply } from 'fastify'
import { RedaksiError, type ErrorDetails } from '../base/errors.ts'
import { createFailure, type Envelope } from '../bridge/index.ts'
import type { WebErrorCode } from './contract.ts'

/** A refusal in the bridge's own form, so that the page reads it as it reads every reply. */
export function createRefusal(code: WebErrorCode, details: ErrorDetails = {}): Envelope<never> {
  return createFailure(new RedaksiError<WebErrorCode>(code, details))
}

/** Sends an envelope as JSON. Fails when its value cannot be written as JSON. */
export function sendEnvelope(reply: FastifyReply, envelope: Envelope, status = 200): FastifyReply {
  // A method that replies nothing must not lose its value on the way.
  const body = envelope.ok ? { ok: true, value: envelope.value ?? null } : envelope
  return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(body))
}
