import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  ENDPOINT_START_CODES,
  PROBLEM_STATUS,
  startEndpoint,
  type RunningEndpoint,
} from '../../src/endpoint/index.ts'
import { createProblem } from '../../src/endpoint/protocol/problems.ts'
import english from '../../resources/locales/en/endpoint.json' with { type: 'json' }
import indonesian from '../../resources/locales/id/endpoint.json' with { type: 'json' }
import { anArticle, aUuid } from './support/articles.ts'

let folder: string
const running: RunningEndpoint[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redaksi-start-'))
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.close()))
  await rm(folder, { recursive: true })
})

const tokenFile = () => join(folder, 'secrets', 'token')

async function start(over: Partial<Parameters<typeof startEndpoint>[0]> = {}): Promise<RunningEndpoint> {
  const endpoint = await startEndpoint({
    port: 0,
    dataFolder: join(folder, 'data'),
    tokenFile: tokenFile(),
    ...over,
  })
  running.push(endpoint)
  return endpoint
}

describe('starting the endpoint', () => {
  it('makes what is missing, for its owner alone, and listens on this machine', async () => {
    const { url } = await start()
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const token = (await readFile(tokenFile(), 'utf8')).trim()
    expect(token).toMatch(/^[\w-]{43}$/)
    expect((await stat(tokenFile())).mode & 0o777).toBe(0o600)
    expect((await stat(join(folder, 'data'))).mode & 0o777).toBe(0o700)
    expect((await stat(join(folder, 'data', 'endpoint.sqlite'))).mode & 0o777).toBe(0o600)
    expect((await fetch(`${url}/v1/whoami`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(
      200,
    )
    expect((await fetch(`${url}/v1/whoami`)).status).toBe(401)
  })

  it('keeps its token and its articles between lives', async () => {
    const first = await start()
    const token = (await readFile(tokenFile(), 'utf8')).trim()
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'if-none-match': '*',
    }
    const made = await fetch(`${first.url}/v1/articles/${aUuid(1)}`, {
      method: 'PUT',
      headers,
      body: JSON.stringify(anArticle(1)),
    })
    await first.close()
    const second = await start()
    const held = await fetch(`${second.url}/v1/articles/${aUuid(1)}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect([held.status, held.headers.get('etag')]).toEqual([200, made.headers.get('etag')])
    expect(held.headers.get('redaksi-address')).toBe(`${second.url}/berita/kelas-demokrasi-angkatan-1`)
  })

  it('takes several tokens, blank lines and remarks', async () => {
    await writeFile(join(folder, 'token'), '# kantor\r\nsatu\r\n\r\n  dua==\n')
    const { url } = await start({ tokenFile: join(folder, 'token') })
    for (const token of ['satu', 'dua=='])
      expect(
        (await fetch(`${url}/v1/whoami`, { headers: { authorization: `Bearer ${token}` } })).status,
      ).toBe(200)
  })

  it.each([
    ['', 'endpoint.token-file-empty', {}],
    ['# kosong\n\n', 'endpoint.token-file-empty', {}],
    ['satu\ntoken dua\n', 'endpoint.token-file-invalid', { line: 2 }],
  ])('refuses the token file %j', async (text, code, details) => {
    const path = join(folder, 'token')
    await writeFile(path, text)
    await expect(start({ tokenFile: path })).rejects.toMatchObject({ code, details: { path, ...details } })
    expect(await readFile(path, 'utf8')).toBe(text)
  })

  it('refuses a folder in the place of the token file, and a file in the place of the folder', async () => {
    await expect(start({ tokenFile: folder })).rejects.toMatchObject({ code: 'base.read-failed' })
    await writeFile(join(folder, 'file'), '')
    await expect(start({ dataFolder: join(folder, 'file', 'data') })).rejects.toMatchObject({
      code: 'base.write-failed',
    })
  })

  it('says that a port is taken, and leaves nothing running', async () => {
    const { url } = await start()
    const port = Number(new URL(url).port)
    await expect(start({ port, dataFolder: join(folder, 'other') })).rejects.toMatchObject({
      code: 'endpoint.port-in-use',
      details: { port },
    })
    await expect(start({ port: 70_000 })).rejects.toMatchObject({ code: 'endpoint.port-unusable' })
  })

  it('answers what is under way before it closes', async () => {
    const { url, close } = await start()
    const token = (await readFile(tokenFile(), 'utf8')).trim()
    const body = JSON.stringify(anArticle(1))
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'if-none-match': '*',
    }
    const status = await new Promise<number>((resolve, reject) => {
      const put = request(`${url}/v1/articles/${aUuid(1)}`, { method: 'PUT', headers }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode ?? 0))
      })
      put.on('error', reject)
      put.write(body.slice(0, 10), () => {
        // The request is being received: closing must wait for it.
        setTimeout(() => {
          void close()
          put.end(body.slice(10))
        }, 50)
      })
    })
    expect(status).toBe(201)
    await expect(fetch(`${url}/healthz`)).rejects.toThrow()
  })

  it('closes although a request never ends', async () => {
    const { url, close } = await start()
    const token = (await readFile(tokenFile(), 'utf8')).trim()
    const socket = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => undefined)
    const head = [
      `PUT /v1/articles/${aUuid(1)} HTTP/1.1`,
      'Host: x',
      `Authorization: Bearer ${token}`,
      'Content-Type: application/json',
      'If-None-Match: *',
      'Content-Length: 9',
    ]
    await new Promise<void>((resolve) => {
      socket.write(`${head.join('\r\n')}\r\n\r\n{`, () => setTimeout(resolve, 50))
    })
    await close()
    expect(
      socket.destroyed || (await new Promise((resolve) => socket.once('close', () => resolve(true)))),
    ).toBe(true)
    await expect(fetch(`${url}/healthz`)).rejects.toThrow()
  })
})

describe('what is not HTTP', () => {
  it.each([
    ['a word', 'HALO\r\n\r\n', 400, 'request-invalid'],
    ['an address that cannot be decoded', 'GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n', 400, 'request-invalid'],
    [
      'headers without end',
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
      431,
      'headers-too-large',
    ],
    [
      'two lengths',
      'POST /v1/x HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
      'request-invalid',
    ],
    [
      'length and chunks',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
      'request-invalid',
    ],
  ])('is answered with a problem document: %s', async (_, bytes, status, type) => {
    const { url } = await start()
    const answer = await sendBytes(url, bytes)
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(answer).toMatch(/content-type: application\/problem\+json/i)
    expect(answer).toContain(`"type":"urn:redaksi:problem:${type}"`)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
  })
})

describe('the words of the endpoint', () => {
  it('exist for every code in both languages', () => {
    const problems = Object.keys(PROBLEM_STATUS)
    const keys = [...ENDPOINT_START_CODES, ...problems, ...problems.map((code) => `${code}.title`)].toSorted()
    expect(Object.keys(indonesian).toSorted()).toEqual(keys)
    expect(Object.keys(english).toSorted()).toEqual(keys)
  })

  it('leave no blank unfilled where the facts are given', () => {
    const facts = {
      path: 'p',
      port: 1,
      line: 2,
      found: 3,
      known: 4,
      place: 'x',
      reason: 'y',
      allow: 'GET',
      seconds: 5,
      uri: 'u',
      uuid: 'v',
      status: 'w',
    }
    for (const code of Object.keys(PROBLEM_STATUS) as (keyof typeof PROBLEM_STATUS)[])
      for (const locale of ['id', 'en'] as const)
        expect(Object.values(createProblem(code, facts, locale)).join(' ')).not.toMatch(/\{\{|endpoint\./)
  })
})

function sendBytes(url: string, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    let answer = ''
    socket.setEncoding('utf8').on('data', (part) => {
      answer += String(part)
      socket.end()
    })
    socket.on('close', () => resolve(answer)).on('error', reject)
    socket.write(bytes)
  })
}
