import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openAttachmentShelf } from '../../src/endpoint/index.ts'
import { makePdf } from '../support/pdfs.ts'
import { codeOf } from '../support/code-of.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { anArticle, aUuid } from './support/articles.ts'
import { anAttachment } from './support/attachments.ts'
import { createHarness, read, readText, type Harness } from './support/harness.ts'
import { digest } from './support/photos.ts'

const PDF = { 'content-type': 'application/pdf' }

/** An endpoint that holds one PDF. */
async function startWithPdf(): Promise<Harness & { readonly sha256: string; readonly payload: Buffer }> {
  const attachments = openAttachmentShelf(join(await makeTemporaryFolder(), 'attachments'))
  const harness = createHarness({ attachments })
  const payload = makePdf()
  const sha256 = digest(payload)
  expect((await harness.send('PUT', `/v1/attachments/${sha256}`, { payload, headers: PDF })).status).toBe(201)
  return { ...harness, sha256, payload }
}

describe('putting an attachment', () => {
  it('holds it, and is the same attachment the second time', async () => {
    const { send, get, sha256, payload } = await startWithPdf()
    const held = { sha256, bytes: payload.length }
    const again = await send('PUT', `/v1/attachments/${sha256}`, { payload, headers: PDF })
    expect([again.status, JSON.parse(again.body)]).toEqual([200, held])
    expect(JSON.parse((await get(`/v1/attachments/${sha256}`)).body)).toEqual(held)
  })

  it('refuses what is no whole PDF, or not what its name says, and leaves nothing', async () => {
    const folder = await makeTemporaryFolder()
    const shelf = openAttachmentShelf(folder)
    const pdf = makePdf()
    const files = [Buffer.from('<svg/>'), pdf.subarray(0, 100), Buffer.concat([pdf, Buffer.alloc(9_000)])]
    const codes = await Promise.all(files.map((bytes) => codeOf(shelf.put(digest(bytes), bytes))))
    expect(codes).toEqual(files.map(() => 'endpoint.attachment-invalid'))
    expect(await codeOf(shelf.put('a'.repeat(64), pdf))).toBe('endpoint.attachment-mismatch')
    expect(await readdir(folder)).toEqual([])
  })
})

describe('a story with an attachment', () => {
  it('is not taken before the attachment is', async () => {
    const { put } = createHarness()
    const answer = await put(anArticle(1, { associations: [anAttachment('a'.repeat(64))] }))
    expect([answer.status, read(answer, 'type')]).toEqual([422, 'urn:redaksi:problem:attachment-missing'])
  })

  it('names it with its size, and hands it out as a file to keep', async () => {
    const { put, get, sha256, payload } = await startWithPdf()
    await put(anArticle(1, { associations: [anAttachment(sha256)] }))
    const page = await get('/berita/kelas-demokrasi-angkatan-1')
    const path = `/lampiran/${sha256}/b-pengumuman-b-hasil-seleksi.pdf`
    expect(page.body).toContain(`<a href="${path}" type="application/pdf" download>`)
    expect(readText(page.body)).toContain('<b>Pengumuman</b> hasil seleksi PDF, 1 KB')
    const file = await get(path)
    expect([file.status, Buffer.byteLength(file.body, 'utf8') > 0, file.headers['content-length']]).toEqual([
      ...[200, true, String(payload.length)],
    ])
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-disposition': 'attachment; filename="b-pengumuman-b-hasil-seleksi.pdf"',
      'cache-control': 'public, no-cache',
    })
    expect((await get(path, { 'if-none-match': file.headers['etag'] ?? '' })).status).toBe(304)
  })

  it('is its only way out: no other name, no story that readers may not see, no withdrawn one', async () => {
    const { put, get, withdraw, clock, sha256 } = await startWithPdf()
    const path = `/lampiran/${sha256}/berkas.pdf`
    const status = async (url = path) => (await get(url)).status
    expect(await status()).toBe(404)
    const embargoedUntil = new Date(clock.time + 60_000).toISOString()
    const one = await put(anArticle(1, { embargoedUntil, associations: [anAttachment(sha256)] }))
    expect(await status()).toBe(404)
    clock.time += 60_001
    expect(await status()).toBe(200)
    expect([await status(`/lampiran/${sha256}/..%2Fx.pdf`), await status(`/lampiran/x/berkas.pdf`)]).toEqual([
      404, 404,
    ])
    const two = await put(anArticle(2, { associations: [anAttachment(sha256)] }))
    await withdraw(aUuid(1), 'Keliru', read(one, 'version'))
    expect(await status()).toBe(200)
    await put(anArticle(2, { version: '4' }), read(two, 'version'))
    expect(await status()).toBe(404)
  })
})
