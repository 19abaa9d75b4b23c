import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { RedaksiError } from '../../src/base/errors.ts'
import type { HttpAnswer } from '../../src/base/http.ts'
import type { HttpClient } from '../../src/base/node/http-client.ts'
import { classifyAnswer, type Held, type TargetAdapter } from '../../src/newsroom/publish/index.ts'
import { digestValue } from '../../src/newsroom/publish/node/digest.ts'

const rowSchema = z.object({ row: z.int(), uuid: z.string(), sha256: z.string() })
type Row = z.infer<typeof rowSchema>

/**
 * A target that is not idempotent: each POST inserts a row, whatever stands there already. It is what WordPress and
 * Ghost are like, made as bad as can be.
 */
export async function startRowServer(): Promise<{ port: number; rows: readonly Row[]; close: () => void }> {
  const rows: Row[] = []
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('error', () => undefined).on('data', (chunk: Buffer) => chunks.push(chunk))
    request.once('end', () => {
      const uuid = (request.url ?? '').slice('/rows/'.length)
      if (request.method === 'POST') {
        rows.push({
          row: rows.length,
          uuid,
          sha256: digestValue(JSON.parse(Buffer.concat(chunks).toString())),
        })
      }
      const found = rows.findLast((row) => row.uuid === uuid)
      const body = JSON.stringify(found ?? { title: 'Tidak ada.' })
      const type = found === undefined ? 'application/problem+json' : 'application/json'
      response.writeHead(found === undefined ? 404 : 200, { 'content-type': type }).end(body)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { port, rows, close }
}

/** The adapter for such a target, reached at `url`. */
export function createRowAdapter(url: string, client: HttpClient): TargetAdapter {
  const ask = async (method: 'GET' | 'POST', id: string, body?: unknown): Promise<HttpAnswer> => {
    const bytes = body === undefined ? {} : { body: Buffer.from(JSON.stringify(body)) }
    const outcome = await client.request({ method, url: new URL(`${url}/rows/${id}`), headers: {}, ...bytes })
    if (outcome.kind === 'answered') return outcome
    throw fail(outcome.kind === 'lost' ? 'publish.outcome-unknown' : 'publish.not-sent', outcome.reason)
  }
  const accept = (id: string, answer: HttpAnswer): Held => {
    const verdict = classifyAnswer(answer, ['application/json', 'application/problem+json'])
    if (verdict.kind === 'busy') throw fail('publish.busy', 'busy', verdict.retryAfter)
    if (verdict.kind === 'unauthorised' || verdict.kind === 'conflict' || verdict.kind === 'rejected') {
      throw fail(`publish.${verdict.kind}`, `HTTP ${answer.status}`)
    }
    const row = rowSchema.safeParse(parseJson(answer.body))
    if (verdict.kind === 'unknown' || !row.success || row.data.uuid !== id) {
      throw fail('publish.outcome-unknown', `HTTP ${answer.status}`)
    }
    return { state: 'public', version: String(row.data.row), address: null, sha256: row.data.sha256 }
  }
  return {
    async lookUp(id) {
      const answer = await ask('GET', id)
      const isAbsence = answer.status === 404 && answer.headers['content-type'] === 'application/problem+json'
      return isAbsence ? null : accept(id, answer)
    },
    async putArticle(article) {
      const id = article.uri.slice('urn:uuid:'.length)
      return accept(id, await ask('POST', id, article))
    },
    putPhoto: () => Promise.reject(fail('publish.rejected', 'no photos here')),
    putAttachment: () => Promise.reject(fail('publish.rejected', 'no attachments here')),
    withdraw: () => Promise.reject(fail('publish.rejected', 'no withdrawals here')),
    test: () => Promise.resolve(),
  }
}

function fail(code: `publish.${string}`, detail: string, retryAfter: number | null = null): RedaksiError {
  return new RedaksiError(code, { target: 'baris', detail, retryAfter })
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString())
  } catch {
    return undefined
  }
}
