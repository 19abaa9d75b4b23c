import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatCanonicalJson } from '../../src/base/canonical-json.ts'
import { parseNinjsArticle, type NinjsArticle } from '../../src/newsroom/formats/index.ts'
import { aBody, anArticle, aUuid } from './support/articles.ts'
import { createHarness, NOW, read, type Harness } from './support/harness.ts'

const URL_1 = `/v1/articles/${aUuid(1)}`
const sha256 = (article: NinjsArticle) =>
  createHash('sha256').update(formatCanonicalJson(article)).digest('hex')

describe('putting an article', () => {
  it('makes it public under the name its sender chose', async () => {
    const { put, get } = createHarness()
    const answer = await put(anArticle(1))
    expect(answer.status).toBe(201)
    expect(JSON.parse(answer.body)).toEqual({
      uuid: aUuid(1),
      state: 'public',
      address: 'http://127.0.0.1/berita/kelas-demokrasi-angkatan-1',
      sha256: sha256(anArticle(1)),
      version: answer.headers['etag'],
    })
    expect((await get('/berita/kelas-demokrasi-angkatan-1')).status).toBe(200)
  })

  it('answers a repetition with success and writes nothing', async () => {
    const { put } = createHarness()
    const first = await put(anArticle(1))
    const again = await put(anArticle(1))
    const stale = await put(anArticle(1), '"anything"')
    expect([again.status, again.headers['etag']]).toEqual([200, first.headers['etag']])
    expect([stale.status, stale.headers['etag']]).toEqual([200, first.headers['etag']])
  })

  it('takes an article with its keys in another order for the same one', async () => {
    const { put } = createHarness()
    const first = await put(anArticle(1))
    const entries = Object.entries(anArticle(1)).toReversed()
    const again = await put(parseNinjsArticle(Object.fromEntries(entries)))
    expect([again.status, again.headers['etag']]).toEqual([200, first.headers['etag']])
  })

  it('refuses to make what is there already with another text', async () => {
    const { put, get } = createHarness()
    await put(anArticle(1))
    const answer = await put(anArticle(1, { version: '4' }))
    expect([answer.status, read(answer, 'type')]).toEqual([412, 'urn:redaksi:problem:precondition-failed'])
    expect((await get(URL_1)).headers['redaksi-sha256']).toBe(sha256(anArticle(1)))
  })

  it('replaces exactly the version its sender has seen', async () => {
    const { put } = createHarness()
    const first = await put(anArticle(1))
    const second = await put(anArticle(1, { version: '4' }), first.headers['etag'])
    const late = await put(anArticle(1, { version: '5' }), first.headers['etag'])
    expect([second.status, late.status]).toEqual([200, 412])
    expect(second.headers['etag']).not.toBe(first.headers['etag'])
  })

  it('never uses an ETag again, not even for a text that was there before', async () => {
    const { put } = createHarness()
    const etags = new Set<string>()
    let base: string | undefined
    for (let i = 0; i < 20; i += 1) {
      const answer = await put(anArticle(1, { version: String(i % 2) }), base)
      base = answer.headers['etag'] ?? ''
      etags.add(base)
    }
    expect(etags.size).toBe(20)
  })

  it('refuses to replace what was never there', async () => {
    const { put } = createHarness()
    expect((await put(anArticle(1), '"x"')).status).toBe(412)
  })

  it('asks for a precondition', async () => {
    const { send } = createHarness()
    const payload = JSON.stringify(anArticle(1))
    const answer = await send('PUT', URL_1, { payload, headers: { 'content-type': 'application/json' } })
    expect([answer.status, read(answer, 'type')]).toEqual([428, 'urn:redaksi:problem:precondition-required'])
  })

  it.each<Record<string, string>>([
    { 'if-match': '*' },
    { 'if-match': 'W/"a"' },
    { 'if-match': '"a", "b"' },
    { 'if-match': 'a' },
    { 'if-match': '' },
    { 'if-none-match': '"a"' },
    { 'if-none-match': '*', 'if-match': '"a"' },
  ])('refuses the precondition %j that could let an unforeseen write happen', async (precondition) => {
    const { send } = createHarness()
    const payload = JSON.stringify(anArticle(1))
    const answer = await send('PUT', URL_1, {
      payload,
      headers: { 'content-type': 'application/json', ...precondition },
    })
    expect([answer.status, read(answer, 'type')]).toEqual([400, 'urn:redaksi:problem:precondition-malformed'])
  })

  it.each<[string, unknown, string]>([
    ['another article', anArticle(2), 'uri-mismatch'],
    ['no article', [], 'article-invalid'],
    ['null', null, 'article-invalid'],
    ['an unknown property', { ...anArticle(1), byline: 'x' }, 'article-invalid'],
    ['a wrong time', anArticle(1, { embargoedUntil: 'besok' }), 'article-invalid'],
    ['a withheld article', anArticle(1, { pubStatus: 'withheld' }), 'not-for-readers'],
    ['a cancelled article', anArticle(1, { pubStatus: 'canceled' }), 'not-for-readers'],
    ['no headline', anArticle(1, { headlines: [{ value: ' ' }] }), 'no-text'],
    ['no text', aBody('<script>alert(1)</script><p> </p>', 1), 'no-text'],
  ])('refuses %s', async (_, body, type) => {
    const { send, get } = createHarness()
    const answer = await send('PUT', URL_1, {
      payload: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'if-none-match': '*' },
    })
    expect([answer.status, read(answer, 'type')]).toEqual([422, `urn:redaksi:problem:${type}`])
    expect((await get(URL_1)).status).toBe(404)
  })

  it.each<[string, string | Buffer]>([
    ['cut JSON', '{"uri":'],
    ['nothing', ''],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['a tampered prototype', '{"__proto__":{"type":"text"}}'],
    ['a tampered constructor', '{"constructor":{"prototype":{"type":"text"}}}'],
    ['a hundred thousand brackets', '['.repeat(100_000)],
  ])('refuses %s as no JSON', async (_, payload) => {
    const { send } = createHarness()
    const answer = await send('PUT', URL_1, {
      payload,
      headers: { 'content-type': 'application/json', 'if-none-match': '*' },
    })
    expect([answer.status, read(answer, 'type')]).toEqual([400, 'urn:redaksi:problem:body-not-json'])
  })

  it('names the place of a fault, in the language that is asked for', async () => {
    const { send } = createHarness()
    const payload = JSON.stringify({ ...anArticle(1), headlines: [{ value: 5 }] })
    const headers = { 'content-type': 'application/json', 'if-none-match': '*' }
    const indonesian = await send('PUT', URL_1, { payload, headers })
    const english = await send('PUT', URL_1, {
      payload,
      headers: { ...headers, 'accept-language': 'en-GB,id' },
    })
    expect(read(indonesian, 'title')).toBe('Bukan artikel ninjs 3.1')
    expect(read(english, 'title')).toBe('Not a ninjs 3.1 article')
    expect(read(english, 'detail')).toContain('/headlines/0/value')
  })

  it('keeps every character of what it was given', async () => {
    const { put, get } = createHarness()
    let n = 0
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        async (headline, text) => {
          const article = anArticle((n += 1), {
            headlines: [{ value: `J${headline}` }],
            bodies: [{ contentType: 'text/plain', value: `T${text}` }],
          })
          expect((await put(article)).status).toBe(201)
          const held = await get(`/v1/articles/${aUuid(n)}`)
          expect(JSON.parse(held.body)).toEqual(article)
          expect(createHash('sha256').update(held.body).digest('hex')).toBe(held.headers['redaksi-sha256'])
        },
      ),
    )
  })
})

describe('withdrawing an article', () => {
  async function withdrawn(): Promise<Harness & { readonly base: string; readonly etag: string }> {
    const harness = createHarness()
    const made = await harness.put(anArticle(1))
    const base = made.headers['etag'] ?? ''
    const answer = await harness.withdraw(aUuid(1), 'Daftar nama belum disahkan.', base)
    expect(answer.status).toBe(200)
    return { ...harness, base, etag: answer.headers['etag'] ?? '' }
  }

  it('takes it from readers and keeps it for its sender', async () => {
    const { get } = await withdrawn()
    const held = await get(URL_1)
    expect([held.headers['redaksi-state'], JSON.parse(held.body)]).toEqual(['withdrawn', anArticle(1)])
    expect((await get('/berita/kelas-demokrasi-angkatan-1')).status).toBe(410)
  })

  it('answers a repetition for the same reason with success, whatever its precondition', async () => {
    const { withdraw, base, etag } = await withdrawn()
    const again = await withdraw(aUuid(1), 'Daftar nama belum disahkan.', base)
    expect([again.status, read(again, 'state'), again.headers['etag']]).toEqual([200, 'withdrawn', etag])
  })

  it('changes the reason for a sender who knows that it is withdrawn, and for no other', async () => {
    const { withdraw, get, base, etag } = await withdrawn()
    expect((await withdraw(aUuid(1), 'Alasan lain.', base)).status).toBe(412)
    expect((await withdraw(aUuid(1), 'Alasan lain.', etag)).status).toBe(200)
    expect((await get('/berita/kelas-demokrasi-angkatan-1')).body).toContain('Alasan lain.')
  })

  it('is not undone by a late repetition of the put', async () => {
    const { put, get, base } = await withdrawn()
    expect([(await put(anArticle(1))).status, (await put(anArticle(1), base)).status]).toEqual([412, 412])
    expect((await get(URL_1)).headers['redaksi-state']).toBe('withdrawn')
  })

  it('is undone by a put that knows of it', async () => {
    const { put, get, etag } = await withdrawn()
    const answer = await put(anArticle(1), etag)
    expect([answer.status, read(answer, 'state')]).toEqual([200, 'public'])
    expect((await get('/berita/kelas-demokrasi-angkatan-1')).status).toBe(200)
  })

  it('refuses what was never there, a stale version and an empty reason', async () => {
    const { put, withdraw, base } = await withdrawn()
    await put(anArticle(2))
    expect((await withdraw(aUuid(3), 'x', base)).status).toBe(404)
    expect((await withdraw(aUuid(2), 'x', base)).status).toBe(412)
    expect((await withdraw(aUuid(2), ' \n', base)).status).toBe(422)
  })
})

describe('the list of changes', () => {
  it('pages through everything once, each article at its last change', async () => {
    const harness = createHarness()
    const { put, get, withdraw } = harness
    const etags: string[] = []
    for (let n = 0; n < 7; n += 1) etags.push((await put(anArticle(n))).headers['etag'] ?? '')
    await put(anArticle(1, { version: '9' }), etags[1])
    await withdraw(aUuid(3), 'x', etags[3] ?? '')
    const seen: string[] = []
    let next: string | null = '0'
    while (next !== null) {
      const page = JSON.parse((await get(`/v1/articles?since=${next}&limit=2`)).body)
      seen.push(...page.articles.map((each: { uuid: string; state: string }) => `${each.uuid} ${each.state}`))
      next = page.next
    }
    const order = [0, 2, 4, 5, 6, 1].map((n) => `${aUuid(n)} public`)
    expect(seen).toEqual([...order, `${aUuid(3)} withdrawn`])
  })

  it('says of each article what its own address says', async () => {
    const { put, get } = createHarness()
    await put(anArticle(1))
    const { headers } = await get(URL_1)
    expect(JSON.parse((await get('/v1/articles')).body)).toEqual({
      articles: [
        {
          uuid: aUuid(1),
          version: headers['etag'],
          state: headers['redaksi-state'],
          sha256: headers['redaksi-sha256'],
          address: headers['redaksi-address'],
          changed: new Date(NOW).toISOString(),
        },
      ],
      next: null,
    })
  })

  it.each(['since=x', 'since=-1', 'limit=0', 'limit=501', 'limit=1e2', 'cursor=1', 'since=1&since=2'])(
    'refuses the query %s',
    async (query) => {
      expect((await createHarness().get(`/v1/articles?${query}`)).status).toBe(400)
    },
  )
})

describe('the guard', () => {
  it.each([
    '',
    'Bearer',
    'Bearer wrong',
    'Basic dG9rZW4=',
    'token-of-the-tests',
    'Bearer token-of-the-tests x',
  ])('refuses the credentials %j before it reads a body', async (authorization) => {
    const { send } = createHarness()
    const answer = await send('PUT', URL_1, { payload: '{', headers: { authorization } })
    expect(answer.status).toBe(401)
  })

  it('makes an address that tries many tokens wait, and lets the right token pass', async () => {
    const { get, clock } = createHarness()
    const wrong = { authorization: 'Bearer wrong' }
    for (let i = 0; i < 20; i += 1) expect((await get('/v1/whoami', wrong)).status).toBe(401)
    const refused = await get('/v1/whoami', wrong)
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '60'])
    expect((await get('/v1/whoami')).status).toBe(200)
    clock.time += 60_000
    expect((await get('/v1/whoami', wrong)).status).toBe(401)
  })

  it('knows each of several tokens', async () => {
    const { get } = createHarness({ tokens: ['satu', 'dua'] })
    for (const token of ['satu', 'dua']) {
      expect((await get('/v1/whoami', { authorization: `bearer ${token}` })).status).toBe(200)
    }
  })
})

describe('a failure', () => {
  it('that nobody foresaw is reported and says nothing of itself', async () => {
    const harness = createHarness()
    await harness.store.close()
    const answer = await harness.put(anArticle(1))
    expect([answer.status, read(answer, 'type')]).toEqual([500, 'urn:redaksi:problem:internal'])
    expect(answer.body).not.toMatch(/sqlite|database|statement/i)
    expect(harness.reported).toHaveLength(1)
  })
})
