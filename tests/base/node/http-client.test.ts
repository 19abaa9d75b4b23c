import { once } from 'node:events'
import http from 'node:http'
import https from 'node:https'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { HttpOutcome } from '../../../src/base/http.ts'
import {
  createHttpClient,
  type HttpClientOptions,
  type HttpRequest,
} from '../../../src/base/node/http-client.ts'
import { createFaultyProxy, type Fault } from '../../support/faulty-proxy.ts'
import { createSelfSignedCertificate } from '../../support/self-signed-certificate.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function listen(server: Server | http.Server | https.Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  cleanups.push(() => server.close())
  return (server.address() as AddressInfo).port
}

/** A server that only speaks TCP: what it does with a connection is the test's. */
function listenRaw(serve: (socket: Socket) => void): Promise<number> {
  return listen(
    createServer((socket) => {
      socket.on('error', () => undefined)
      cleanups.push(() => socket.destroy())
      serve(socket)
    }),
  )
}

const BODY = Buffer.from('{"isi":"berita"}')

function ask(
  url: string,
  options: HttpClientOptions = {},
  request: Partial<HttpRequest> = {},
): Promise<HttpOutcome> {
  const client = createHttpClient(options)
  cleanups.push(() => client.close())
  return client.request({ method: 'PUT', url: new URL(url), headers: {}, body: BODY, ...request })
}

const say = (text: string) => (socket: Socket) => void socket.once('data', () => socket.write(text))

describe('createHttpClient, when no byte was sent', () => {
  it('knows a refused connection', async () => {
    const server = createServer()
    const port = await listen(server)
    server.close()
    await once(server, 'close')
    expect(await ask(`http://127.0.0.1:${port}`)).toEqual({ kind: 'not-sent', reason: 'refused' })
  })

  it('knows a name that does not exist', async () => {
    expect(await ask('http://tidak-ada.invalid/')).toEqual({ kind: 'not-sent', reason: 'dns' })
  })

  it('knows a TLS handshake that the server breaks off, answers in plain words or never answers', async () => {
    const reset = await listenRaw((socket) => void socket.once('data', () => socket.resetAndDestroy()))
    const plain = await listenRaw(say('HTTP/1.1 400 Bad Request\r\n\r\n'))
    const silent = await listenRaw(() => undefined)
    const limits = { connect: 100 }
    expect([
      await ask(`https://127.0.0.1:${reset}`),
      await ask(`https://127.0.0.1:${plain}`),
      await ask(`https://127.0.0.1:${silent}`, { limits }),
    ]).toEqual([
      { kind: 'not-sent', reason: 'tls' },
      { kind: 'not-sent', reason: 'tls' },
      { kind: 'not-sent', reason: 'timeout' },
    ])
  })

  it('sends nothing to a server whose certificate nobody vouches for, and trusts the office’s own authority', async () => {
    const { certificate, key } = createSelfSignedCertificate()
    const seen: string[] = []
    const server = https.createServer({ cert: certificate, key }, (request, response) => {
      seen.push(request.method ?? '')
      response.end('ok')
    })
    const url = `https://127.0.0.1:${await listen(server)}`
    expect(await ask(url)).toEqual({ kind: 'not-sent', reason: 'tls' })
    expect(seen).toEqual([])
    expect(await ask(url, { authorities: certificate })).toMatchObject({ kind: 'answered', status: 200 })
  })

  it('refuses what cannot be sent without repeating it', async () => {
    const headers = { authorization: 'Bearer baris\nbaru' }
    expect([await ask('http://127.0.0.1:1', {}, { headers }), await ask('file:///etc/hosts')]).toEqual([
      { kind: 'not-sent', reason: 'malformed' },
      { kind: 'not-sent', reason: 'malformed' },
    ])
  })

  it('stops before sending when it is told to', async () => {
    const port = await listenRaw(() => undefined)
    const outcome = await ask(`http://127.0.0.1:${port}`, {}, { signal: AbortSignal.abort() })
    expect(outcome).toEqual({ kind: 'not-sent', reason: 'stopped' })
  })
})

describe('createHttpClient, when the outcome is unknown', () => {
  it.each<[string, (socket: Socket) => void, HttpOutcome]>([
    ['a reset', (s) => void s.once('data', () => s.resetAndDestroy()), { kind: 'lost', reason: 'reset' }],
    [
      'an end without an answer',
      (s) => void s.once('data', () => s.end()),
      { kind: 'lost', reason: 'reset' },
    ],
    ['silence', () => undefined, { kind: 'lost', reason: 'timeout' }],
    [
      'silence after half an answer',
      say('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc'),
      { kind: 'lost', reason: 'timeout' },
    ],
    [
      'an answer shorter than it says',
      (s) => void s.once('data', () => s.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc')),
      { kind: 'lost', reason: 'cut' },
    ],
    [
      'chunks without an end',
      (s) =>
        void s.once('data', () => s.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n')),
      { kind: 'lost', reason: 'cut' },
    ],
    [
      'an answer longer than the limit',
      say(`HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n${'x'.repeat(99)}`),
      { kind: 'lost', reason: 'too-long' },
    ],
    ['what is not HTTP', say('SSH-2.0-OpenSSH\r\n'), { kind: 'lost', reason: 'malformed' }],
  ])('knows %s', async (_, serve, outcome) => {
    const port = await listenRaw(serve)
    const isSilent = outcome.kind === 'lost' && outcome.reason === 'timeout'
    const limits = { idle: isSilent ? 200 : 5_000, answerBytes: 50 }
    expect(await ask(`http://127.0.0.1:${port}`, { limits })).toEqual(outcome)
  })

  it('knows an answer that drips for longer than the whole exchange may take', async () => {
    const port = await listenRaw((socket) => {
      say('HTTP/1.1 200 OK\r\ncontent-length: 9999\r\n\r\n')(socket)
      const drip = setInterval(() => socket.write('x'), 20)
      cleanups.push(() => clearInterval(drip))
    })
    const outcome = await ask(`http://127.0.0.1:${port}`, { limits: { idle: 5_000, total: 200 } })
    expect(outcome).toEqual({ kind: 'lost', reason: 'timeout' })
  })

  it('stops while it waits for an answer', async () => {
    const stop = new AbortController()
    const port = await listenRaw((socket) => void socket.once('data', () => stop.abort()))
    const outcome = await ask(`http://127.0.0.1:${port}`, {}, { signal: stop.signal })
    expect(outcome).toEqual({ kind: 'lost', reason: 'stopped' })
  })
})

describe('createHttpClient, when an answer comes', () => {
  it('gives status, headers and bytes as they came, and does not follow a redirect', async () => {
    const paths: string[] = []
    const server = http.createServer((request, response) => {
      paths.push(request.url ?? '')
      response.writeHead(302, { Location: '/lain', 'Set-Cookie': ['a=1', 'b=2'] }).end('pindah')
    })
    const outcome = await ask(`http://127.0.0.1:${await listen(server)}/satu`)
    if (outcome.kind !== 'answered') throw new Error(outcome.kind)
    expect([
      outcome.status,
      outcome.headers['location'],
      outcome.headers['set-cookie'],
      String(outcome.body),
    ]).toEqual([302, '/lain', 'a=1, b=2', 'pindah'])
    expect(paths).toEqual(['/satu'])
  })

  it('takes an answer that comes before the request is sent whole', async () => {
    const port = await listenRaw((socket) => {
      socket.once('data', () =>
        socket.write('HTTP/1.1 413 Too Large\r\ncontent-length: 0\r\nconnection: close\r\n\r\n'),
      )
    })
    const outcome = await ask(`http://127.0.0.1:${port}`, {}, { body: Buffer.alloc(8_000_000) })
    expect(outcome).toMatchObject({ kind: 'answered', status: 413 })
  })

  it('uses a connection again', async () => {
    const sockets = new Set<unknown>()
    const server = http.createServer((request, response) => {
      sockets.add(request.socket)
      request.resume().once('end', () => response.end())
    })
    const url = new URL(`http://127.0.0.1:${await listen(server)}`)
    const client = createHttpClient()
    cleanups.push(() => client.close())
    for (let i = 0; i < 5; i += 1) await client.request({ method: 'PUT', url, headers: {}, body: BODY })
    expect(sockets.size).toBe(1)
  })
})

describe('createHttpClient, when the server closes an idle connection as it is taken', () => {
  /** Answers the first request of each connection and resets at the second. */
  async function listenOncePerConnection(): Promise<{ url: URL; heard: string[] }> {
    const heard: string[] = []
    const port = await listenRaw((socket) => {
      socket.once('data', (first) => {
        heard.push(first.toString().split(' ', 1)[0] ?? '')
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok')
        socket.once('data', () => socket.resetAndDestroy())
      })
    })
    return { url: new URL(`http://127.0.0.1:${port}`), heard }
  }

  it('reads again on a fresh connection', async () => {
    const { url, heard } = await listenOncePerConnection()
    const client = createHttpClient()
    cleanups.push(() => client.close())
    await client.request({ method: 'GET', url, headers: {} })
    expect(await client.request({ method: 'GET', url, headers: {} })).toMatchObject({
      kind: 'answered',
      status: 200,
    })
    expect(heard).toEqual(['GET', 'GET'])
  })

  it('never writes again by itself', async () => {
    const { url, heard } = await listenOncePerConnection()
    const client = createHttpClient()
    cleanups.push(() => client.close())
    await client.request({ method: 'GET', url, headers: {} })
    const outcome = await client.request({ method: 'PUT', url, headers: {}, body: BODY })
    expect(outcome).toEqual({ kind: 'lost', reason: 'reset' })
    expect(heard).toEqual(['GET'])
  })

  it('leaves a connection that the server announces to close soon', async () => {
    const sockets = new Set<unknown>()
    const server = http.createServer((request, response) => {
      sockets.add(request.socket)
      response.writeHead(200, { 'keep-alive': 'timeout=1' }).end()
    })
    const url = new URL(`http://127.0.0.1:${await listen(server)}`)
    const client = createHttpClient()
    cleanups.push(() => client.close())
    for (let i = 0; i < 2; i += 1) await client.request({ method: 'GET', url, headers: {} })
    expect(sockets.size).toBe(2)
  })
})

describe('createHttpClient, through a faulty proxy', () => {
  const portal = { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Masuk Wi-Fi</html>' }
  const reset: HttpOutcome = { kind: 'lost', reason: 'reset' }
  it.each<[Fault, HttpOutcome['kind'], Partial<HttpOutcome>, number]>([
    [{ kind: 'pass' }, 'answered', { status: 201 }, 1],
    [{ kind: 'reset', when: 'before' }, 'lost', reset, 0],
    [{ kind: 'reset', when: 'mid' }, 'lost', reset, 0],
    [{ kind: 'reset', when: 'after' }, 'lost', reset, 1],
    [{ kind: 'drop-answer' }, 'lost', reset, 1],
    [{ kind: 'cut-answer' }, 'lost', { reason: 'cut' }, 1],
    [{ kind: 'hang' }, 'lost', { reason: 'timeout' }, 1],
    [{ kind: 'replace', passOn: true, answer: portal }, 'answered', { status: 200 }, 1],
    [{ kind: 'replace', passOn: false, answer: portal }, 'answered', { status: 200 }, 0],
    [{ kind: 'delay', milliseconds: 20 }, 'answered', { status: 201 }, 1],
  ])('knows what is known after %j', async (fault, kind, outcome, written) => {
    const bodies: string[] = []
    const server = http.createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('error', () => undefined).on('data', (chunk: Buffer) => chunks.push(chunk))
      request.once('end', () => {
        bodies.push(String(Buffer.concat(chunks)))
        response.writeHead(201).end('tersimpan')
      })
    })
    const proxy = await createFaultyProxy(await listen(server), () => fault)
    cleanups.push(() => proxy.close())
    const idle = fault.kind === 'hang' ? 200 : 5_000
    expect(await ask(proxy.url, { limits: { idle } })).toMatchObject({ kind, ...outcome })
    expect(bodies).toEqual(Array.from({ length: written }, () => String(BODY)))
  })

  it('is refused while the proxy’s door is closed, and served once it is open', async () => {
    const port = await listen(http.createServer((_, response) => void response.end()))
    const proxy = await createFaultyProxy(port, () => ({ kind: 'pass' }))
    cleanups.push(() => proxy.close())
    await proxy.refuse()
    const closed = await ask(proxy.url)
    await proxy.accept()
    expect([closed.kind, (await ask(proxy.url)).kind]).toEqual(['not-sent', 'answered'])
  })
})
