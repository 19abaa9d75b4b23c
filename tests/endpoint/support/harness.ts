import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions } from 'fastify'
import {
  createEndpoint,
  openAttachmentShelf,
  openPhotoShelf,
  openSqliteStore,
  type EndpointOptions,
  type EndpointStore,
} from '../../../src/endpoint/index.ts'
import type { NinjsArticle } from '../../../src/newsroom/formats/index.ts'
import { loadContract, type Answer, type Contract } from './contract.ts'

export const TOKEN = 'token-of-the-tests'
/** Thursday, 13 November 2025, 17.10 in Jakarta. */
export const NOW = Date.parse('2025-11-13T17:10:00+07:00')

/** An endpoint in memory. Every answer it gives is checked against its description. */
export interface Harness {
  readonly app: FastifyInstance
  readonly store: EndpointStore
  readonly contract: Contract
  /** The wall clock; assign to it to let time pass. */
  readonly clock: { time: number; now(): number }
  /** The errors nobody foresaw. */
  readonly reported: unknown[]
  send(method: string, url: string, more?: Pick<InjectOptions, 'headers' | 'payload'>): Promise<Answer>
  get(url: string, headers?: Record<string, string>): Promise<Answer>
  /** With `base`, replaces that version; without, creates. */
  put(article: NinjsArticle, base?: string): Promise<Answer>
  withdraw(uuid: string, reason: string, base: string): Promise<Answer>
}

export function createHarness(
  options: Partial<EndpointOptions> & { readonly contract?: Contract } = {},
): Harness {
  const { contract = loadContract(), ...rest } = options
  const store = options.store ?? openSqliteStore(':memory:')
  // A test that puts photos brings a folder for them.
  const photos = options.photos ?? openPhotoShelf(join(tmpdir(), 'redaksi-no-photos'))
  const attachments = options.attachments ?? openAttachmentShelf(join(tmpdir(), 'redaksi-no-attachments'))
  const clock = { time: NOW, now: () => clock.time }
  const reported: unknown[] = []
  const report = (error: unknown) => void reported.push(error)
  const app = createEndpoint({
    tokens: [TOKEN],
    clock,
    random: countUp(),
    report,
    ...rest,
    store,
    photos,
    attachments,
  })

  const send: Harness['send'] = async (method, url, more = {}) => {
    const headers = { authorization: `Bearer ${TOKEN}`, ...more.headers }
    const response = await app.inject({ method: method as 'GET', url, ...more, headers })
    const answer = {
      method,
      url,
      status: response.statusCode,
      headers: Object.fromEntries(
        Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
      ),
      body: response.body,
    }
    contract.check(answer)
    return answer
  }
  const sendJson = (method: string, url: string, body: unknown, headers: Record<string, string>) =>
    send(method, url, {
      payload: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    })
  return {
    app,
    store,
    contract,
    clock,
    reported,
    send,
    get: (url, headers = {}) => send('GET', url, { headers }),
    put: (article, base) =>
      sendJson(
        'PUT',
        `/v1/articles/${article.uri.slice('urn:uuid:'.length)}`,
        article,
        getPrecondition(base),
      ),
    withdraw: (uuid, reason, base) =>
      sendJson('POST', `/v1/articles/${uuid}/withdrawal`, { reason }, getPrecondition(base)),
  }
}

/** A property of a JSON answer, as text. */
export function read(answer: Answer, name: string): string {
  return String(JSON.parse(answer.body)[name])
}

/** The text of a page's markup, tags left out. */
export function readText(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

function getPrecondition(base: string | undefined): Record<string, string> {
  return base === undefined ? { 'if-none-match': '*' } : { 'if-match': base }
}

/** Bytes that never repeat: no two versions are alike. */
function countUp(): (count: number) => Uint8Array {
  let next = 0
  return (count) => {
    next += 1
    return Uint8Array.from({ length: count }, (_, i) => Math.floor(next / 36 ** i) % 36)
  }
}
