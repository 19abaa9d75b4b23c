import { createServer, connect } from 'node:net'
import { writeFile } from 'node:fs/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { MOST_BAD_TOKENS } from '../../src/web/session-route.ts'
import { startWebHost } from '../../src/web/index.ts'
import { createTestBackend } from '../hosts/test-backend.ts'
import { createTestRandom } from '../support/builders.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { startLoopbackRig, type LoopbackRig } from './loopback-rig.ts'
import { HASHED_SCRIPT, makePageFolder } from './page-folder.ts'

async function makeOptions(port: number) {
  const backend = createTestBackend(await makeTemporaryFolder())
  return {
    port,
    backend,
    pageFolder: await makePageFolder(),
    locale: 'id',
    random: createTestRandom(7),
    onBug: backend.onBug,
  }
}

function ask(
  { known }: LoopbackRig,
  path: string,
  over: { method?: string; body?: string; headers?: Record<string, string> } = {},
) {
  const origin = `http://127.0.0.1:${known.port}`
  const headers = {
    origin,
    'content-type': 'application/json',
    cookie: known.cookie,
    'x-redaksi-key': known.key,
    ...over.headers,
  }
  return fetch(origin + path, {
    method: over.method ?? 'POST',
    headers,
    ...(over.body === undefined ? {} : { body: over.body }),
  })
}

const exchange = (rig: LoopbackRig, token: string) =>
  ask(rig, '/session', { body: JSON.stringify({ token }), headers: { cookie: '', 'x-redaksi-key': '' } })

describe('the exchange of the token', () => {
  it('sets a session cookie that scripts and other sites do not get, named with the port', async () => {
    const rig = await startLoopbackRig()
    const response = await exchange(rig, rig.known.token)
    const [cookie] = response.headers.getSetCookie()
    expect(cookie).toMatch(
      new RegExp(`^redaksi-${rig.known.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`),
    )
    expect(await response.json()).toEqual({ ok: true, value: { key: rig.known.key } })
  })

  it('takes the token as often as it is shown, as one person has several browsers', async () => {
    const rig = await startLoopbackRig()
    expect([
      (await exchange(rig, rig.known.token)).status,
      (await exchange(rig, rig.known.token)).status,
    ]).toEqual([200, 200])
  })

  it('draws token, session and key apart from each other, 256 bits each', async () => {
    const { known } = await startLoopbackRig()
    const secrets = [known.token, known.cookie.split('=')[1] ?? '', known.key]
    expect(new Set(secrets).size).toBe(3)
    expect(secrets.map((secret) => Buffer.from(secret, 'base64url').length)).toEqual([32, 32, 32])
  })

  it('takes the token from nowhere else', async () => {
    const rig = await startLoopbackRig()
    const { token } = rig.known
    const answers = await Promise.all([
      ask(rig, `/session?token=${token}`, { body: '{}', headers: { cookie: '' } }),
      ask(rig, `/?token=${token}`, {
        method: 'GET',
        headers: { cookie: `redaksi-${rig.known.port}=${token}` },
      }),
      ask(rig, '/bridge/carry.nothing', {
        body: '{}',
        headers: { cookie: '', authorization: `Bearer ${token}` },
      }),
    ])
    expect(answers.map((answer) => answer.headers.getSetCookie())).toEqual([[], [], []])
    expect(await answers[1]?.text()).toContain('Pintu')
    expect(rig.backend.reached).toEqual([])
  })

  it('closes the door after twenty wrong tokens, to the right one, too, while who is in stays in', async () => {
    const rig = await startLoopbackRig()
    const tries = []
    for (let i = 0; i < MOST_BAD_TOKENS; i += 1) tries.push((await exchange(rig, `salah ${i}`)).status)
    expect(new Set(tries)).toEqual(new Set([403]))
    const late = await exchange(rig, rig.known.token)
    expect([late.status, await late.json()]).toMatchObject([429, { error: { code: 'web.locked-out' } }])
    expect((await ask(rig, '/bridge/carry.nothing', { body: '{}' })).status).toBe(200)
  })

  it('leaves it open after nineteen', async () => {
    const rig = await startLoopbackRig()
    for (let i = 1; i < MOST_BAD_TOKENS; i += 1) await exchange(rig, `salah ${i}`)
    expect((await exchange(rig, rig.known.token)).status).toBe(200)
  })

  it('does not count a stale cookie, which every open tab shows after a restart', async () => {
    const rig = await startLoopbackRig()
    for (let i = 0; i < 30; i += 1)
      await ask(rig, '/bridge/carry.nothing', {
        body: '{}',
        headers: { cookie: `redaksi-${rig.known.port}=basi` },
      })
    expect((await exchange(rig, rig.known.token)).status).toBe(200)
  })
})

describe('a page whose name was made to point here', () => {
  it.each(['/', HASHED_SCRIPT, '/session', '/bridge/carry.echo', '/events'])(
    'gets nothing at %s',
    async (path) => {
      const rig = await startLoopbackRig()
      const host = `berita.example:${rig.known.port}`
      const lines = [
        `Host: ${host}`,
        `Origin: http://${host}`,
        'Sec-Fetch-Site: same-origin',
        `Cookie: ${rig.known.cookie}`,
        `X-Redaksi-Key: ${rig.known.key}`,
      ]
      for (const method of ['GET', 'POST']) {
        const answer = await speak(
          rig.known.port,
          [
            `${method} ${path} HTTP/1.1`,
            ...lines,
            'Content-Type: application/json',
            'Content-Length: 2',
            'Connection: close',
            '',
            '{}',
          ].join('\r\n'),
        )
        expect(answer).toMatch(/^HTTP\/1\.1 403 /)
        expect(answer).toContain('web.host-refused')
        expect(answer).not.toMatch(/set-cookie|access-control|Aplikasi|Pintu|export/i)
      }
      expect(rig.backend.reached).toEqual([])
    },
  )
})

describe('the files of the page', () => {
  it('are kept for good when their name was made of their contents, and asked for anew otherwise', async () => {
    const rig = await startLoopbackRig()
    const get = (path: string, headers = {}) => ask(rig, path, { method: 'GET', headers })
    expect((await get(HASHED_SCRIPT)).headers.get('cache-control')).toBe(
      'public, max-age=31536000, immutable',
    )
    expect((await get('/')).headers.get('cache-control')).toBe('no-store')
    const plain = await get('/assets/plain.css')
    expect([plain.headers.get('cache-control'), plain.headers.get('content-type')]).toEqual([
      'no-cache',
      'text/css; charset=utf-8',
    ])
    expect(
      (await get('/assets/plain.css', { 'if-none-match': plain.headers.get('etag') ?? '' })).status,
    ).toBe(304)
  })

  it.each([
    '/../secret.html',
    '/..%2fsecret.html',
    '/%2e%2e/secret.html',
    '/assets/..%5c..%5csecret.html',
    '/assets/../../secret.html',
    '/.stamp.json',
    '/assets/index-AbCd_12-.js.map',
    '/index.html',
    '/door.html',
    '//',
    '/%00',
    '/%zz',
    '/etc/passwd',
    '/assets',
  ])('are all there is: %s is not', async (path) => {
    const rig = await startLoopbackRig()
    const answer = await speak(
      rig.known.port,
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${rig.known.port}\r\nConnection: close\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 (404|400) /)
    expect(answer).toMatch(/x-content-type-options: nosniff/i)
    expect(answer).not.toMatch(/rahasia|root:/)
  })

  it('begin in the language that was asked for', async () => {
    const options = { ...(await makeOptions(0)), locale: 'en' }
    const host = await startWebHost(options)
    onTestFinished(host.close)
    expect(await (await fetch(`http://127.0.0.1:${host.port}/`)).text()).toContain('<html lang="en">')
  })

  it('may show rules of style of their own with a nonce that is new in every answer', async () => {
    const rig = await startLoopbackRig()
    const read = async () => {
      const response = await ask(rig, '/', { method: 'GET' })
      const nonce = /<head><meta property="csp-nonce" nonce="([^"]+)">/.exec(await response.text())?.[1] ?? ''
      expect(response.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}';`)
      expect(response.headers.get('content-security-policy')).toContain(`script-src 'self';`)
      return nonce
    }
    const nonces = [await read(), await read()]
    expect(new Set(nonces).size).toBe(2)
    expect(nonces.map((nonce) => Buffer.from(nonce, 'base64').length)).toEqual([16, 16])
  })

  it('are those of one build, whatever replaces them on the disk', async () => {
    const options = await makeOptions(0)
    const host = await startWebHost(options)
    onTestFinished(host.close)
    await writeFile(`${options.pageFolder}/door.html`, 'bangunan lain')
    expect(await (await fetch(`http://127.0.0.1:${host.port}/`)).text()).toContain('Pintu')
  })

  it('say to a person who is turned away why, in both languages', async () => {
    const rig = await startLoopbackRig()
    const response = await ask(rig, '/', {
      method: 'GET',
      headers: { 'sec-fetch-site': 'cross-site', accept: 'text/html,*/*' },
    })
    expect([response.status, response.headers.get('content-type')]).toEqual([
      403,
      'text/plain; charset=utf-8',
    ])
    expect(await response.text()).toMatch(/datang dari halaman lain[^]*came from another page/)
  })
})

describe('a request that is not what it should be', () => {
  it.each([
    { what: 'broken JSON', body: '{"text": ', code: 'web.bad-request', status: 400 },
    {
      what: 'a poisoned prototype',
      body: '{"__proto__": {"isAdmin": true}}',
      code: 'web.bad-request',
      status: 400,
    },
    {
      what: 'an endless body',
      body: `{"text":"${'x'.repeat(17 * 1024 * 1024)}"}`,
      code: 'web.too-large',
      status: 413,
    },
  ])('is refused for $what', async ({ body, code, status }) => {
    const rig = await startLoopbackRig()
    const response = await ask(rig, '/bridge/carry.echo', { body })
    expect([response.status, await response.json()]).toMatchObject([status, { ok: false, error: { code } }])
    expect(rig.backend.reached).toEqual([])
  })

  it('is refused when it is not HTTP', async () => {
    const { known } = await startLoopbackRig()
    expect(await speak(known.port, 'halo\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [^]*nosniff/)
  })

  it('is told of a reply that is no JSON as of a bug', async () => {
    const rig = await startLoopbackRig()
    const response = await ask(rig, '/bridge/carry.unsayable', { body: '{}' })
    expect(await response.json()).toMatchObject({ ok: false, error: { code: 'bridge.bug' } })
    expect(rig.backend.bugs).toHaveLength(1)
  })
})

describe('the events', () => {
  const listen = (rig: LoopbackRig, first: string, then?: string) =>
    new Promise<{ code: number; messages: string[] }>((resolve) => {
      const messages: string[] = []
      const headers = { origin: `http://127.0.0.1:${rig.known.port}`, cookie: rig.known.cookie }
      const socket = new WebSocket(`ws://127.0.0.1:${rig.known.port}/events`, { headers })
      socket.on('message', (data) => {
        messages.push(String(data))
        if (then !== undefined) socket.send(then)
      })
      socket.on('open', () => socket.send(first))
      socket.on('close', (code) => resolve({ code, messages }))
      socket.on('error', () => undefined)
    })

  it.each(['{"key":"salah"}', '{}', 'halo', '{"key":1}', '[]'])('are not for who says %s', async (first) => {
    const rig = await startLoopbackRig()
    const closed = listen(rig, first)
    rig.backend.emit('drafts.changed', { id: 'a', revision: 1 })
    expect(await closed).toEqual({ code: 4401, messages: [] })
  })

  it('let go of a listener that says too much', async () => {
    const rig = await startLoopbackRig()
    expect((await listen(rig, JSON.stringify({ key: 'x'.repeat(2_000) }))).code).toBe(1009)
  })

  it('let go of a listener that goes on talking once it is welcome', async () => {
    const rig = await startLoopbackRig()
    const { code, messages } = await listen(rig, JSON.stringify({ key: rig.known.key }), 'halo')
    expect([code, messages.map((message) => JSON.parse(message).kind)]).toEqual([4401, ['hello']])
  })
})

describe('startWebHost', () => {
  it('says that a port is taken, and takes no other', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void taken.close())
    const { port } = taken.address() as { port: number }
    await expect(startWebHost(await makeOptions(port))).rejects.toMatchObject({
      code: 'web.port-taken',
      details: { port },
    })
  })

  it('lets go of its port, so that the next start can have it', async () => {
    const first = await startWebHost(await makeOptions(0))
    await first.close()
    const second = await startWebHost(await makeOptions(first.port))
    onTestFinished(second.close)
    expect(second.port).toBe(first.port)
  })

  it('answers on this machine’s own address alone', async () => {
    const rig = await startLoopbackRig()
    const { networkInterfaces } = await import('node:os')
    const others = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
    const answers = await Promise.all(
      others.map(({ address }) => speak(rig.known.port, 'GET / HTTP/1.0\r\n\r\n', address)),
    )
    expect(answers.filter((answer) => answer !== 'refused')).toEqual([])
  })

  it('names the folder in which the page is missing', async () => {
    const folder = await makeTemporaryFolder()
    await expect(startWebHost({ ...(await makeOptions(0)), pageFolder: folder })).rejects.toMatchObject({
      code: 'page.not-built',
      details: { folder },
    })
  })
})

/** Says bytes to a port, and returns all that comes back until the end. */
function speak(port: number, words: string, host = '127.0.0.1'): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, host)
    let heard = ''
    socket.on('data', (data) => (heard += String(data)))
    socket.on('error', () => resolve(heard === '' ? 'refused' : heard))
    socket.on('close', () => resolve(heard))
    socket.write(words)
  })
}
