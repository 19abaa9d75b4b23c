import { join } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { openAttachmentShelf, type EndpointStore, type PhotoShelf } from '../../src/endpoint/index.ts'
import type { AttachmentShelf } from '../../src/endpoint/attachments/attachment-shelf.ts'
import { RedaksiError } from '../../src/base/errors.ts'
import { anAttachment } from './support/attachments.ts'
import { aBody, anArticle, aUuid } from './support/articles.ts'
import { loadContract, OPENAPI_PATH, type Answer } from './support/contract.ts'
import { createHarness, type Harness } from './support/harness.ts'
import { makePdf } from '../support/pdfs.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { makeCameraJpeg } from '../support/pictures.ts'
import { aPhoto, aPhotoShelf, digest } from './support/photos.ts'

const JSON_TYPE = { 'content-type': 'application/json' }
const PDF_TYPE = { 'content-type': 'application/pdf' }
const JPEG_TYPE = { 'content-type': 'image/jpeg' }
const NEW = { 'if-none-match': '*' }
const WRONG = { authorization: 'Bearer wrong' }
const NONE = { authorization: '' }

describe('openapi.yaml', () => {
  it('is a valid OpenAPI 3.1 description', async () => {
    const validator = new Validator()
    expect(await validator.validate(OPENAPI_PATH)).toEqual({ valid: true })
    expect(validator.version).toBe('3.1')
  })

  it('describes every answer of the endpoint, and nothing that the endpoint does not answer', async () => {
    const attachments = openAttachmentShelf(join(await makeTemporaryFolder(), 'attachments'))
    const harness = createHarness({ photos: await aPhotoShelf(), attachments })
    await visitReaders(harness)
    await visitProtocol(harness)
    await visitPhotos(harness)
    await visitAttachments(harness)
    await visitGuard(harness)
    await visitFailures(harness)
    expect([...harness.contract.seen].toSorted()).toEqual(harness.contract.documented.toSorted())
  })

  it('describes the routes of the server, and no others', async () => {
    const { app, contract } = createHarness()
    await app.ready()
    expect(listRoutes(app.printRoutes({ commonPrefix: false }))).toEqual(contract.operations.toSorted())
  })

  it('names for each address the methods it takes, and answers 405 to the rest', async () => {
    const { send, contract } = createHarness()
    const addresses = new Set(contract.operations.map((each) => each.split(' ')[1] ?? ''))
    for (const template of addresses) {
      for (const method of ['GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS']) {
        const answer = await send(method, template.replace('{uuid}', aUuid(1)).replaceAll(/\{\w+\}/g, 'x'))
        expect(answer.status === 405).toBe(!contract.operations.includes(`${method} ${template}`))
      }
    }
  })
})

describe('the check against the description', () => {
  const problem = { type: 'urn:redaksi:problem:x', title: 'x', status: 404, detail: 'x' }
  const good = async (): Promise<Answer> => createHarness().get('/v1/whoami')

  it.each<[string, Partial<Answer>]>([
    ['an undocumented status', { status: 202 }],
    ['an undocumented header', { headers: { 'x-powered-by': 'x' } }],
    ['a header that is not as documented', { headers: { 'cache-control': 'public' } }],
    ['a body that is not as documented', { body: '{"service":"redaksi-endpoint","protocol":2}' }],
    ['a surplus property', { body: '{"service":"redaksi-endpoint","protocol":1,"token":"x"}' }],
    ['another media type', { headers: { 'content-type': 'text/html' } }],
    ['an address that is nobody’s and answers', { url: '/v1/nobody' }],
    ['a problem with another status', { url: '/v1/nobody', status: 400, body: JSON.stringify(problem) }],
    ['a wrong method that is answered', { method: 'PUT' }],
  ])('finds %s', async (_, change) => {
    const answer = await good()
    const changed = { ...answer, ...change, headers: { ...answer.headers, ...change.headers } }
    expect(() => loadContract().check(changed)).toThrow()
  })

  it('finds a header that is missing', async () => {
    const answer = await good()
    const { 'content-security-policy': _, ...headers } = answer.headers
    expect(() => loadContract().check({ ...answer, headers })).toThrow('missing header')
  })
})

async function visitReaders(harness: Harness): Promise<void> {
  const { get, send, put, withdraw } = harness
  await put(anArticle(1, { subjects: [{ name: 'Kegiatan', rel: 'category' }] }))
  const moved = await put(anArticle(2, { slugline: 'lama' }))
  await put(anArticle(2, { slugline: 'baru' }), moved.headers['etag'])
  const gone = await put(anArticle(3))
  await withdraw(aUuid(3), 'Belum disahkan.', gone.headers['etag'] ?? '')
  const page = await get('/')
  const assets = [...page.body.matchAll(/\/aset\/[\w.-]+/g)].map(String)
  for (const url of ['/', '/kategori/kegiatan', '/berita/baru', '/feed.xml', '/feed.json']) {
    const { headers } = await get(url)
    for (const method of ['GET', 'HEAD']) {
      await send(method, url)
      await send(method, url, { headers: { 'if-none-match': headers['etag'] } })
    }
  }
  const others = [
    '/?sebelum=x',
    '/berita/lama',
    '/berita/kelas-demokrasi-angkatan-3',
    '/berita/x',
    '/kategori/x',
    '/aset/x',
  ]
  for (const url of [...others, ...assets]) for (const method of ['GET', 'HEAD']) await send(method, url)
  await get('/healthz')
  await get('/x')
  await get('/v1/x')
}

async function visitProtocol(harness: Harness): Promise<void> {
  const { get, put, send, withdraw } = harness
  await get('/v1/whoami')
  await get('/v1/articles?limit=1')
  await get('/v1/articles?limit=0')
  const url = `/v1/articles/${aUuid(9)}`
  await get(url)
  const made = await put(anArticle(9))
  const etag = made.headers['etag'] ?? ''
  await put(anArticle(9))
  await put(anArticle(9, { version: '4' }))
  const held = await get(url)
  await get(url, { 'if-none-match': held.headers['etag'] ?? '' })
  await withdraw(aUuid(8), 'x', etag)
  await withdraw(aUuid(9), '', etag)
  await withdraw(aUuid(9), 'x', '"x"')
  for (const [method, address] of [
    ['PUT', url],
    ['PUT', '/v1/articles/x'],
    ['POST', `${url}/withdrawal`],
  ] as const) {
    await send(method, address, { payload: '{', headers: { ...JSON_TYPE, ...NEW } })
    await send(method, address, { payload: '{}', headers: { ...JSON_TYPE, ...NEW } })
    await send(method, address, { payload: '<a/>', headers: { 'content-type': 'text/xml', ...NEW } })
    await send(method, address, { payload: Buffer.alloc(5_000_000), headers: { ...JSON_TYPE, ...NEW } })
  }
  await send('PUT', url, { payload: JSON.stringify(aBody('<p>a</p>', 9)), headers: JSON_TYPE })
  await send('POST', `${url}/withdrawal`, { payload: '{"reason":"x"}', headers: JSON_TYPE })
  await withdraw(aUuid(9), 'x', etag)
}

async function visitPhotos({ send, put }: Harness): Promise<void> {
  const bytes = Buffer.from(await makeCameraJpeg())
  const sha256 = digest(bytes)
  const url = `/v1/photos/${sha256}`
  await send('GET', url)
  for (const [payload, headers] of [
    ['{}', JSON_TYPE],
    [Buffer.alloc(17 * 1024 * 1024), JPEG_TYPE],
    [Buffer.from('x'), JPEG_TYPE],
    [bytes, JPEG_TYPE],
    [bytes, JPEG_TYPE],
  ] as const)
    await send('PUT', url, { payload, headers })
  await send('PUT', '/v1/photos/x', { payload: bytes, headers: JPEG_TYPE })
  await send('GET', url)
  await put(anArticle(7, { associations: [aPhoto(sha256)] }))
  for (const method of ['GET', 'HEAD'])
    for (const name of ['480.jpg', '481.jpg']) await send(method, `/photos/${sha256}/${name}`)
}

async function visitAttachments({ send, put }: Harness): Promise<void> {
  const bytes = makePdf()
  const sha256 = digest(bytes)
  const url = `/v1/attachments/${sha256}`
  await send('GET', url)
  for (const [payload, headers] of [
    ['{}', JSON_TYPE],
    [Buffer.alloc(21 * 1024 * 1024), PDF_TYPE],
    [Buffer.from('x'), PDF_TYPE],
    [bytes, PDF_TYPE],
    [bytes, PDF_TYPE],
  ] as const)
    await send('PUT', url, { payload, headers })
  await send('PUT', '/v1/attachments/x', { payload: bytes, headers: PDF_TYPE })
  await send('GET', url)
  await put(anArticle(8, { associations: [anAttachment(sha256)] }))
  const shown = `/lampiran/${sha256}/pengumuman.pdf`
  for (const method of ['GET', 'HEAD']) {
    await send(method, shown)
    await send(method, shown, { headers: { 'if-none-match': `"${sha256}"` } })
    await send(method, '/lampiran/x/pengumuman.pdf')
  }
}

async function visitGuard({ send }: Harness): Promise<void> {
  const targets = [
    ['GET', '/v1/whoami'],
    ['GET', '/v1/articles'],
    ['GET', `/v1/articles/${aUuid(1)}`],
    ['PUT', `/v1/articles/${aUuid(1)}`],
    ['POST', `/v1/articles/${aUuid(1)}/withdrawal`],
    ['GET', `/v1/photos/${'a'.repeat(64)}`],
    ['PUT', `/v1/photos/${'a'.repeat(64)}`],
    ['GET', `/v1/attachments/${'a'.repeat(64)}`],
    ['PUT', `/v1/attachments/${'a'.repeat(64)}`],
  ] as const
  for (const [method, url] of targets) await send(method, url, { headers: NONE })
  for (let i = 0; i < 20; i += 1) await send('GET', '/v1/whoami', { headers: WRONG })
  for (const [method, url] of targets) await send(method, url, { headers: WRONG })
}

async function visitFailures({ contract }: Harness): Promise<void> {
  const [gone, noRoom] = [new Error('the disk is gone'), new RedaksiError('endpoint.store-full')]
  const [broken, full] = [aBrokenEndpoint(contract, gone), aBrokenEndpoint(contract, noRoom)]
  const photo = `/photos/${'a'.repeat(64)}`
  const attachment = `/v1/attachments/${'a'.repeat(64)}`
  for (const each of [broken, full]) {
    await each.send('PUT', `/v1${photo}`, { payload: Buffer.from('x'), headers: JPEG_TYPE })
    await each.send('PUT', attachment, { payload: Buffer.from('x'), headers: PDF_TYPE })
  }
  for (const url of [`/v1${photo}`, attachment]) await broken.get(url)
  for (const url of [
    '/',
    '/kategori/x',
    '/berita/x',
    '/feed.xml',
    '/feed.json',
    `${photo}/480.jpg`,
    `/lampiran/${'a'.repeat(64)}/x.pdf`,
  ])
    for (const method of ['GET', 'HEAD']) await broken.send(method, url)
  for (const url of ['/healthz', '/v1/articles', `/v1/articles/${aUuid(1)}`]) await broken.get(url)
  for (const each of [broken, full]) {
    await each.put(anArticle(1))
    await each.withdraw(aUuid(1), 'x', '"x"')
  }
}

function aBrokenEndpoint(contract: Harness['contract'], error: Error): Harness {
  const shelf = aBrokenShelf(error)
  return createHarness({ contract, store: aBrokenStore(error), photos: shelf, attachments: shelf })
}

function aBrokenShelf(error: Error): PhotoShelf & AttachmentShelf {
  const fail = () => Promise.reject(error)
  return { find: fail, put: fail, read: fail, close: () => Promise.resolve() }
}

function aBrokenStore(error: Error): EndpointStore {
  const fail = () => Promise.reject(error)
  return {
    read: fail,
    readBySlug: fail,
    change: fail,
    listChanges: fail,
    listVisible: fail,
    isFileVisible: fail,
    listCategories: fail,
    ping: fail,
    close: () => Promise.resolve(),
  }
}

/** Reads Fastify's drawing of its routes: names, each indented by four below what it continues. */
function listRoutes(drawing: string): readonly string[] {
  const parts: string[] = []
  return drawing
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', name = '', methods] = /^([│ ├└─]*)(\S+)(?: \(([A-Z, ]+)\))?/.exec(line) ?? []
      if (name === '' || name === '(empty') return []
      parts.splice(indent.length / 4 - 1, Infinity, name)
      const path = parts.join('').replace(/:(\w+)/g, '{$1}')
      return (methods ?? '').split(', ').flatMap((method) => (method === '' ? [] : [`${method} ${path}`]))
    })
    .toSorted()
}
