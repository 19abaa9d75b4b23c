import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isRedaksiError } from '../../../../src/base/errors.ts'
import { createHttpClient } from '../../../../src/base/node/http-client.ts'
import { startEndpoint } from '../../../../src/endpoint/index.ts'
import type { Target, TargetAdapter } from '../../../../src/newsroom/publish/index.ts'
import { createAdapters } from '../../../../src/newsroom/publish/node/index.ts'
import { createTestRandom } from '../../../support/builders.ts'
import { startFakeRedaksi } from '../../../support/fake-redaksi.ts'
import { aDraftId, anArticle } from '../../../support/publish-builders.ts'
import { anAttachment } from '../../../endpoint/support/attachments.ts'
import { codeOf } from '../../../support/code-of.ts'
import { makePdf } from '../../../support/pdfs.ts'
import { makeCameraJpeg, makePicture } from '../../../support/pictures.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'

const TARGET: Target = { name: 'situs', type: 'redaksi', url: '', secretEnv: 'TOKEN' }

function makeAdapter(url: string, token: string | undefined): TargetAdapter {
  const http = createHttpClient({ limits: { idle: 2_000 } })
  onTestFinished(() => http.close())
  const secrets = { get: async () => null, set: async () => undefined, remove: async () => undefined }
  return createAdapters({ libraryId: 'uji', secrets, env: { TOKEN: token }, http })({ ...TARGET, url })
}

const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing failed',
    (error: unknown) => (isRedaksiError(error) ? [error.code, error.details['detail']] : String(error)),
  )

async function startReal(): Promise<{ url: string; token: string }> {
  const folder = await makeTemporaryFolder()
  const tokenFile = join(folder, 'token')
  const endpoint = await startEndpoint({
    port: 0,
    dataFolder: join(folder, 'data'),
    tokenFile,
    random: createTestRandom(),
  })
  onTestFinished(() => endpoint.close())
  return { url: endpoint.url, token: (await readFile(tokenFile, 'utf8')).trim() }
}

async function startFake(): Promise<{ url: string; token: string }> {
  const server = await startFakeRedaksi({ ledger: join(await makeTemporaryFolder(), 'ledger.jsonl') })
  onTestFinished(server.close)
  return { url: server.url, token: 'rahasia' }
}

describe.each([
  ['our endpoint', startReal],
  ['the fake server of the tests', startFake],
])('the Redaksi adapter, speaking to %s', (_, start) => {
  it('makes, finds, replaces and withdraws a story', async () => {
    const { url, token } = await start()
    const adapter = makeAdapter(url, token)
    await adapter.test()
    const id = aDraftId()
    expect(await adapter.lookUp(id)).toBeNull()
    const first = await adapter.putArticle(anArticle(), null)
    expect(await adapter.lookUp(id)).toEqual(first)
    const second = await adapter.putArticle(anArticle({ version: '2' }), first.version)
    expect([second.state, second.version === first.version, second.sha256 === first.sha256]).toEqual([
      'public',
      false,
      false,
    ])
    const third = await adapter.withdraw(id, 'Data belum lengkap.', second.version)
    expect(await adapter.lookUp(id)).toMatchObject({ state: 'withdrawn', version: third.version })
  })

  it('takes what is there already for a success, and something else for a conflict', async () => {
    const { url, token } = await start()
    const adapter = makeAdapter(url, token)
    const first = await adapter.putArticle(anArticle(), null)
    expect(await adapter.putArticle(anArticle(), null)).toEqual(first)
    expect([
      await codeOf(adapter.putArticle(anArticle({ version: '2' }), null)),
      await codeOf(adapter.putArticle(anArticle({ version: '2' }), '"lain"')),
      await codeOf(adapter.withdraw(aDraftId(), 'Keliru.', '"lain"')),
    ]).toEqual(['publish.conflict', 'publish.conflict', 'publish.conflict'])
  })

  it('is refused with a wrong token, and asks nothing without one', async () => {
    const { url } = await start()
    const wrong = makeAdapter(url, 'salah')
    expect([
      await codeOf(wrong.test()),
      await codeOf(wrong.lookUp(aDraftId())),
      await codeOf(wrong.putArticle(anArticle(), null)),
      await codeOf(makeAdapter(url, undefined).putArticle(anArticle(), null)),
    ]).toEqual([
      'publish.unauthorised',
      'publish.unauthorised',
      'publish.unauthorised',
      'publish.secret-missing',
    ])
  })

  it('knows nothing of articles from an address that is nobody’s', async () => {
    const { url, token } = await start()
    const code = await codeOf(makeAdapter(`${url}/salah`, token).lookUp(aDraftId()))
    expect(['publish.rejected', 'publish.outcome-unknown']).toContain(code)
  })
})

describe('the Redaksi adapter, given an answer', () => {
  const JSON_TYPE = { 'content-type': 'application/json', etag: '"1"' }
  const good = {
    uuid: aDraftId(),
    state: 'public',
    address: 'http://127.0.0.1/berita/a',
    sha256: 'x',
    version: '"1"',
  }

  async function answerWith(
    status: number,
    headers: Record<string, string>,
    body: unknown,
  ): Promise<TargetAdapter> {
    const server = createServer((request, response) => {
      request
        .resume()
        .once('end', () =>
          response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body)),
        )
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    return makeAdapter(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'rahasia')
  }

  it('believes it as JSON with our id, the state we asked for and a version', async () => {
    const adapter = await answerWith(201, JSON_TYPE, good)
    expect(await adapter.putArticle(anArticle(), null)).toMatchObject({ state: 'public', version: '"1"' })
  })

  it.each<[string, number, Record<string, string>, unknown]>([
    ['a portal’s page', 200, { 'content-type': 'text/html', etag: '"1"' }, '<html>Masuk</html>'],
    ['our answer as a page', 200, { 'content-type': 'text/html', etag: '"1"' }, good],
    ['a problem with status 200', 200, { 'content-type': 'application/problem+json', etag: '"1"' }, good],
    ['half an answer', 201, JSON_TYPE, JSON.stringify(good).slice(0, 30)],
    ['an empty answer', 200, JSON_TYPE, ''],
    ['another story’s id', 200, JSON_TYPE, { ...good, uuid: aDraftId(2) }],
    ['another state', 200, JSON_TYPE, { ...good, state: 'withdrawn' }],
    ['no version', 200, { 'content-type': 'application/json' }, good],
    ['no content', 204, JSON_TYPE, ''],
    ['a redirect', 301, { location: 'https://lain.invalid/' }, ''],
    ['a gateway that gave up', 504, { 'content-type': 'text/html' }, '<html></html>'],
  ])('takes %s for an unknown outcome', async (_, status, headers, body) => {
    const adapter = await answerWith(status, headers, body)
    expect(await codeOf(adapter.putArticle(anArticle(), null))).toBe('publish.outcome-unknown')
    expect(await codeOf(adapter.lookUp(aDraftId()))).toBe('publish.outcome-unknown')
  })

  it('believes no look-up without our id and a state', async () => {
    const article = anArticle()
    const headers = { ...JSON_TYPE, 'redaksi-state': 'public' }
    expect(await (await answerWith(200, headers, article)).lookUp(aDraftId())).toMatchObject({
      state: 'public',
    })
    expect([
      await codeOf((await answerWith(200, JSON_TYPE, article)).lookUp(aDraftId())),
      await codeOf((await answerWith(200, headers, article)).lookUp(aDraftId(2))),
      await codeOf((await answerWith(404, { 'content-type': 'text/html' }, '')).lookUp(aDraftId())),
    ]).toEqual(['publish.outcome-unknown', 'publish.outcome-unknown', 'publish.outcome-unknown'])
  })

  it('passes on a problem’s words, else the status and where a redirect leads', async () => {
    const problem = { 'content-type': 'application/problem+json' }
    expect([
      await failureOf(
        (await answerWith(422, problem, { title: 'Tidak sah', detail: 'Judul kosong.' })).putArticle(
          anArticle(),
          null,
        ),
      ),
      await failureOf((await answerWith(422, problem, { title: 'Tidak sah' })).putArticle(anArticle(), null)),
      await failureOf(
        (await answerWith(302, { location: 'http://portal.invalid/masuk?x=1' }, '')).putArticle(
          anArticle(),
          null,
        ),
      ),
    ]).toEqual([
      ['publish.rejected', 'Judul kosong.'],
      ['publish.rejected', 'Tidak sah'],
      ['publish.outcome-unknown', 'HTTP 302 → http://portal.invalid'],
    ])
  })

  it('never repeats the token in a failure', async () => {
    const adapter = await answerWith(500, { 'content-type': 'application/json' }, {})
    const error: unknown = await adapter.putArticle(anArticle(), null).catch((each: unknown) => each)
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error)) + String(error)).not.toContain('rahasia')
  })

  it('tests the address too', async () => {
    expect(await codeOf((await answerWith(200, JSON_TYPE, { service: 'lain' })).test())).toBe(
      'publish.rejected',
    )
  })
})

describe('the Redaksi adapter and photos', () => {
  it('brings a photo once, by the digest of its bytes', async () => {
    const { url, token } = await startReal()
    const adapter = makeAdapter(url, token)
    const bytes = await makeCameraJpeg()
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    let reads = 0
    const read = async () => {
      reads += 1
      return bytes
    }
    await adapter.putPhoto(sha256, read)
    await adapter.putPhoto(sha256, read)
    expect(reads).toBe(1)
    const associations = [{ name: 'photo-1', uri: `urn:sha256:${sha256}`, type: 'picture' as const }]
    expect(await adapter.putArticle(anArticle({ associations }), null)).toMatchObject({ state: 'public' })
  })

  it('brings an attachment once, by the digest of its bytes', async () => {
    const { url, token } = await startReal()
    const adapter = makeAdapter(url, token)
    const bytes = makePdf()
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await adapter.putAttachment(sha256, async () => bytes)
    await adapter.putAttachment(sha256, () => Promise.reject(new Error('asked twice')))
    const associations = [anAttachment(sha256)]
    expect(await adapter.putArticle(anArticle({ associations }), null)).toMatchObject({ state: 'public' })
    const picture = await makePicture('png')
    const name = createHash('sha256').update(picture).digest('hex')
    expect(await codeOf(adapter.putAttachment(name, async () => picture))).toBe('publish.rejected')
  })

  it('says what became of a photo that is not taken', async () => {
    const { url, token } = await startReal()
    const bytes = await makePicture('png')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const put = (adapter: TargetAdapter, name = sha256) => codeOf(adapter.putPhoto(name, async () => bytes))
    expect([
      await put(makeAdapter(url, token)),
      await put(makeAdapter(url, token), 'a'.repeat(64)),
      await put(makeAdapter(url, 'salah')),
      await put(makeAdapter('http://127.0.0.1:9', token)),
    ]).toEqual(['publish.rejected', 'publish.rejected', 'publish.unauthorised', 'publish.not-sent'])
  })
})
