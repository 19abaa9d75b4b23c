import { createReadStream } from 'node:fs'
import { request } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { RedaksiError } from '../base/errors.ts'
import type { BridgeErrorCode, Transport } from '../bridge/index.ts'

/** Bytes of a file, from 0, both ends included. */
export interface FileRange {
  readonly start: number
  readonly end: number
}

/** The bridge of the Redaksi that has the library open, reached on its socket. */
export interface SocketTransport extends Transport {
  /** Hands in a file's bytes, or those of a range of it (both ends included), under their SHA-256; resolves to an envelope. */
  readonly putFile: (sha256: string, path: string, range?: FileRange) => Promise<unknown>
}

/**
 * Reaches a bridge on a socket of this user. A call rejects with `bridge.host-lost` when no answer comes: then it is not
 * known whether it was carried out. Events are for pages, and none is ever heard here.
 */
export function createSocketTransport(socketPath: string): SocketTransport {
  return {
    call: (method, argument) =>
      send({ socketPath, method: 'POST', path: `/bridge/${method}` }, async (body) => {
        body.end(JSON.stringify(argument))
      }),
    putFile: (sha256, path, range) =>
      send({ socketPath, method: 'PUT', path: `/blobs/${sha256}` }, async (body) => {
        await pipeline(createReadStream(path, range ?? {}), body)
      }),
    on: () => () => undefined,
  }
}

function send(
  options: { readonly socketPath: string; readonly method: string; readonly path: string },
  write: (body: NodeJS.WritableStream) => Promise<void>,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const lose = (cause: unknown): void =>
      reject(new RedaksiError<BridgeErrorCode>('bridge.host-lost', {}, cause))
    const asked = request(options, (reply) => {
      const chunks: Uint8Array[] = []
      reply.on('data', (chunk: Uint8Array) => chunks.push(chunk))
      reply.on('error', lose)
      reply.on('close', () => {
        if (!reply.complete) return lose(new Error('the answer was cut off'))
        try {
          resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')))
        } catch (cause) {
          lose(cause)
        }
      })
    })
    asked.on('error', lose)
    write(asked).catch(lose)
  })
}
