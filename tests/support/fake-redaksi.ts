import { appendFileSync } from 'node:fs'
import { once } from 'node:events'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { digestValue } from '../../src/newsroom/publish/node/digest.ts'

/** A line of the server's own ledger: what it really did, whatever became of the answer. */
export interface ServerLine {
  readonly uuid: string
  readonly act: 'create' | 'replace' | 'withdraw' | 'same'
  readonly version: string
  readonly sha256: string
}

export interface FakeRedaksi {
  readonly port: number
  readonly url: string
  readonly lines: readonly ServerLine[]
  close(): void
}

export interface FakeRedaksiOptions {
  /** Where the ledger is appended, a JSON document a line. */
  readonly ledger: string
  readonly token?: string
  /** How long a request takes before it is committed, and how long its answer takes after, in milliseconds. */
  readonly pause?: number
}

interface Stored {
  readonly article: unknown
  readonly state: 'public' | 'withdrawn'
  readonly version: string
  readonly sha256: string
}

interface Answer {
  readonly status: number
  readonly type: string
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** A server that speaks the Redaksi protocol's four requests and keeps an append-only ledger of its own on the disk. */
export async function startFakeRedaksi(options: FakeRedaksiOptions): Promise<FakeRedaksi> {
  const { ledger, token = 'rahasia', pause = 0 } = options
  const stored = new Map<string, Stored>()
  const lines: ServerLine[] = []
  const commit = (uuid: string, act: ServerLine['act'], next: Stored): Answer => {
    const line = { uuid, act, version: next.version, sha256: next.sha256 }
    if (act !== 'same') stored.set(uuid, next)
    appendFileSync(ledger, `${JSON.stringify(line)}\n`)
    lines.push(line)
    const { state, sha256, version } = next
    const body = { uuid, state, sha256, version, address: `http://127.0.0.1/berita/${uuid}` }
    return { status: act === 'create' ? 201 : 200, type: JSON_TYPE, body, headers: { etag: version } }
  }
  const nextVersion = () => `"f${lines.length + 1}"`
  const handle = (request: IncomingMessage, body: string): Answer => {
    if (request.headers.authorization !== `Bearer ${token}`) return refuse(401, 'unauthorised')
    if (request.url === '/v1/whoami')
      return { status: 200, type: JSON_TYPE, body: { service: 'redaksi-endpoint', protocol: 1 } }
    const [, uuid = '', withdrawal] =
      /^\/v1\/articles\/([0-9a-f-]{36})(\/withdrawal)?$/.exec(request.url ?? '') ?? []
    const before = stored.get(uuid) ?? null
    if (uuid === '') return refuse(404, 'not-found')
    if (request.method === 'GET')
      return before === null ? refuse(404, 'article-not-found') : show(uuid, before)
    const isExpected = matches(request, before)
    if (withdrawal !== undefined) {
      if (before === null) return refuse(404, 'article-not-found')
      if (before.state === 'withdrawn') return commit(uuid, 'same', before)
      if (!isExpected) return refuse(412, 'precondition-failed')
      return commit(uuid, 'withdraw', { ...before, state: 'withdrawn', version: nextVersion() })
    }
    const article: unknown = JSON.parse(body)
    const sha256 = digestValue(article)
    if (before?.state === 'public' && before.sha256 === sha256) return commit(uuid, 'same', before)
    if (!isExpected) return refuse(412, 'precondition-failed')
    return commit(uuid, before === null ? 'create' : 'replace', {
      article,
      sha256,
      state: 'public',
      version: nextVersion(),
    })
  }
  const server = http.createServer((request, response) => {
    void serve(request, response, handle, pause)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { port, url: `http://127.0.0.1:${port}`, lines, close }
}

const JSON_TYPE = 'application/json; charset=utf-8'

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  handle: (request: IncomingMessage, body: string) => Answer,
  pause: number,
): Promise<void> {
  const chunks: Buffer[] = []
  request.on('error', () => undefined).on('data', (chunk: Buffer) => chunks.push(chunk))
  const isWhole = await once(request, 'end').then(
    () => true,
    () => false,
  )
  if (!isWhole) return
  if (pause > 0) await wait(pause)
  const { status, type, body, headers } = handle(request, Buffer.concat(chunks).toString())
  if (pause > 0) await wait(pause)
  response.writeHead(status, { 'content-type': type, ...headers }).end(JSON.stringify(body))
}

function show(uuid: string, { article, state, version }: Stored): Answer {
  const headers = {
    etag: version,
    'redaksi-state': state,
    'redaksi-address': `http://127.0.0.1/berita/${uuid}`,
  }
  return { status: 200, type: JSON_TYPE, body: article, headers }
}

function refuse(status: number, name: string): Answer {
  const body = { type: `urn:redaksi:problem:${name}`, title: name, status, detail: `Ditolak: ${name}.` }
  return { status, type: 'application/problem+json', body }
}

function matches(request: IncomingMessage, before: Stored | null): boolean {
  if (request.headers['if-none-match'] === '*') return before === null
  return before !== null && request.headers['if-match'] === before.version
}
