import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFolderAdapter } from '../../../../src/newsroom/publish/node/folder-adapter.ts'
import { anAttachment } from '../../../endpoint/support/attachments.ts'
import { makePdf } from '../../../support/pdfs.ts'
import { anArticle } from '../../../support/publish-builders.ts'
import { makeSitusRig } from '../../../support/publisher-rig.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'

const BYTES = makePdf()
const SHA256 = createHash('sha256').update(BYTES).digest('hex')
const NAME = `attachment ${SHA256.slice(-12).replace(/^0+/, '')}`

describe('an article with an attachment', () => {
  it('follows it, waits while it cannot be brought, and it goes once', async () => {
    const { enqueue, sync, situs } = await makeSitusRig({ readAttachment: async () => BYTES })
    await enqueue(1, { associations: [anAttachment(SHA256)] })
    situs.trouble(
      'putAttachment',
      { code: 'publish.outcome-unknown', after: true },
      { code: 'publish.not-sent' },
    )
    const report = await sync()
    expect([report.done, report.sent]).toEqual([1, 1])
    expect(situs.calls).toEqual([NAME, NAME, NAME, 'put 1'])
    expect(situs.attachments).toEqual(new Map([[SHA256, BYTES]]))
  })

  it('needs a person when the file is gone from the library', async () => {
    const { enqueue, sync, readOutbox, situs } = await makeSitusRig({
      readAttachment: () => Promise.reject(new Error('gone')),
    })
    await enqueue(1, { associations: [anAttachment(SHA256)] })
    expect((await sync()).parked).toBe(1)
    expect((await readOutbox())[0]?.problem).toMatchObject({
      code: 'publish.attachment-missing',
      detail: SHA256,
    })
    expect(situs.writes.size).toBe(0)
  })
})

describe('the folder adapter', () => {
  it('writes an attachment under its digest, and a page that links to it', async () => {
    const url = join(await makeTemporaryFolder(), 'situs')
    const adapter = createFolderAdapter({ name: 'situs', type: 'folder', url, secretEnv: null })
    await adapter.putAttachment(SHA256, async () => BYTES)
    await adapter.putAttachment(SHA256, () => Promise.reject(new Error('asked twice')))
    expect(await readdir(join(url, 'lampiran'))).toEqual([`${SHA256}.pdf`])
    await adapter.putArticle(anArticle({ associations: [anAttachment(SHA256)] }), null)
    const [page = ''] = await readdir(join(url, 'berita'))
    expect(await readFile(join(url, 'berita', page), 'utf8')).toContain(
      `<li><a href="../lampiran/${SHA256}.pdf" download="" type="application/pdf">&lt;b&gt;Pengumuman&lt;/b&gt; hasil seleksi (PDF)</a></li>`,
    )
  })
})
