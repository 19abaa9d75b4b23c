import { request, type Agent, type IncomingMessage } from 'node:http'
import type { Row } from './loopback-rows.ts'

/** What a browser that was let in knows, and the right token. */
export interface Known {
  readonly port: number
  readonly token: string
  readonly cookie: string
  readonly key: string
}

/** What came back. `upgraded`: the connection is a WebSocket now. */
export interface RowAnswer {
  readonly status: number
  readonly upgraded: boolean
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: string
}

/** Sends one row, header by header as it says, over a real connection. */
export function sendRow(row: Row, known: Known, agent: Agent): Promise<RowAnswer> {
  const { route } = row
  const options = {
    host: '127.0.0.1',
    port: known.port,
    method: route.method,
    path: fill(route.path, known),
    headers: listHeaders(row, known),
    setHost: false,
    agent,
  }
  return new Promise((resolve, reject) => {
    const sent = request(options, (response) => read(response).then(resolve, reject))
    sent.on('upgrade', (response, socket) => {
      socket.destroy()
      resolve({ status: 101, upgraded: true, headers: response.headers, body: '' })
    })
    sent.on('error', reject)
    sent.end(getBody(row, known))
  })
}

function listHeaders(row: Row, known: Known): string[] {
  const { route } = row
  const headers: [string, string][] = [
    ...twice('Host', row.host, '127.0.0.1:PORT', 'evil.example:PORT'),
    ...twice('Origin', row.origin, 'http://127.0.0.1:PORT', 'http://evil.example'),
    ...twice('Sec-Fetch-Site', row.site, 'same-origin', 'cross-site'),
    ...twice('X-Redaksi-Key', row.key === 'right' ? known.key : row.key, known.key, 'wrong'),
  ]
  if (route.method !== 'GET' && route.method !== 'HEAD')
    headers.push(...twice('Content-Type', row.type, 'application/json', 'text/plain'))
  const cookie = getCookie(row, known)
  if (cookie !== null) headers.push(['Cookie', cookie])
  const body = getBody(row, known)
  if (body !== undefined) headers.push(['Content-Length', String(Buffer.byteLength(body))])
  if (route.needs.includes('upgrade')) {
    headers.push(
      ['Connection', 'Upgrade'],
      ['Upgrade', 'websocket'],
      ['Sec-WebSocket-Version', '13'],
      ['Sec-WebSocket-Key', 'dGVzIHRlcyB0ZXMgdGVzIA=='],
    )
  }
  return headers.flatMap(([name, value]) => [name, fill(value, known)])
}

function twice(name: string, value: string, first: string, second: string): [string, string][] {
  if (value === 'absent') return []
  return value === 'twice'
    ? [
        [name, first],
        [name, second],
      ]
    : [[name, value]]
}

function getCookie({ cookie }: Row, known: Known): string | null {
  const name = `redaksi-${known.port}`
  switch (cookie) {
    case 'right':
      return `a=b; ${known.cookie}; c=d`
    case 'wrong':
      return `${name}=${'A'.repeat(43)}`
    case 'other-port':
      return known.cookie.replace(name, `redaksi-${known.port + 1}`)
    case 'wrong-and-right':
      return `${name}=wrong; ${known.cookie}`
    default:
      return null
  }
}

function getBody({ route }: Row, known: Known): string | undefined {
  switch (route.body) {
    case 'right-token':
      return JSON.stringify({ token: known.token })
    case 'wrong-token':
      return JSON.stringify({ token: 'A'.repeat(43) })
    case 'argument':
      return '{"text":"halo"}'
    case 'bytes':
      return 'bukan isinya'
    default:
      return undefined
  }
}

function fill(text: string, { port }: Known): string {
  return text.replace('PORT', String(port)).replace('OTHER', String(port === 65_535 ? 1_024 : port + 1))
}

async function read(response: IncomingMessage): Promise<RowAnswer> {
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  return {
    status: response.statusCode ?? 0,
    upgraded: false,
    headers: response.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  }
}
