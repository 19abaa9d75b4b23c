import { mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { TargetAdapter } from '../../../../src/newsroom/publish/index.ts'
import { createFolderAdapter } from '../../../../src/newsroom/publish/node/folder-adapter.ts'
import { aDraftId, anArticle } from '../../../support/publish-builders.ts'
import { codeOf } from '../../../support/code-of.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'

async function makeAdapter(): Promise<{ adapter: TargetAdapter; folder: string }> {
  const folder = join(await makeTemporaryFolder(), 'situs')
  return {
    folder,
    adapter: createFolderAdapter({ name: 'folder', type: 'folder', url: folder, secretEnv: null }),
  }
}

describe('the folder adapter', () => {
  it('writes the article and a page to read, and finds them again', async () => {
    const { adapter, folder } = await makeAdapter()
    await adapter.test()
    expect(await adapter.lookUp(aDraftId())).toBeNull()
    const held = await adapter.putArticle(anArticle(), null)
    expect(await adapter.lookUp(aDraftId())).toEqual(held)
    expect(held.address).toMatch(/^file:\/\/.*\/berita\/kabar-ke-1-dari-tirtasari\.html$/)
    expect(JSON.parse(await readFile(join(folder, 'articles', `${aDraftId()}.json`), 'utf8'))).toEqual(
      anArticle(),
    )
    const page = await readFile(join(folder, 'berita', 'kabar-ke-1-dari-tirtasari.html'), 'utf8')
    expect(page).toContain('<h1>Kabar ke-1 dari Tirtasari</h1>')
    expect(page.replace(/<[^>]*>/g, '')).toContain(
      'Tirtasari, kota-tirtasari.kpu.go.id - Kabar ke-1 dari kantor. (nrl/ed.',
    )
  })

  it('writes files that others may read', async () => {
    const { adapter, folder } = await makeAdapter()
    const mask = process.umask(0o022)
    await adapter.putArticle(anArticle(), null).finally(() => process.umask(mask))
    const modes = await Promise.all(
      ['', 'berita', 'berita/kabar-ke-1-dari-tirtasari.html'].map((path) => stat(join(folder, path))),
    )
    expect(modes.map((each) => (each.mode & 0o777).toString(8))).toEqual(['755', '755', '644'])
  })

  it('can be asked for the same again, and refuses what its caller does not know', async () => {
    const { adapter } = await makeAdapter()
    const first = await adapter.putArticle(anArticle(), null)
    const second = await adapter.putArticle(anArticle({ version: '2' }), first.version)
    expect([
      await codeOf(adapter.putArticle(anArticle({ version: '3' }), null)),
      await codeOf(adapter.putArticle(anArticle({ version: '3' }), first.version)),
      await codeOf(adapter.withdraw(aDraftId(), 'Keliru.', first.version)),
      (await adapter.putArticle(anArticle({ version: '2' }), second.version)).version === second.version,
    ]).toEqual(['publish.conflict', 'publish.conflict', 'publish.conflict', true])
  })

  it('leaves a notice in a withdrawn story’s place, escaped, and can bring it back', async () => {
    const { adapter, folder } = await makeAdapter()
    const first = await adapter.putArticle(anArticle(), null)
    const second = await adapter.withdraw(aDraftId(), 'Angka <b>keliru</b>.', first.version)
    expect(await adapter.lookUp(aDraftId())).toEqual(second)
    const path = join(folder, 'berita', 'kabar-ke-1-dari-tirtasari.html')
    const notice = await readFile(path, 'utf8')
    expect([
      notice.includes('Berita ini telah ditarik.'),
      notice.includes('&lt;b&gt;keliru&lt;/b&gt;'),
      notice.includes('dari kantor'),
    ]).toEqual([true, true, false])
    const third = await adapter.putArticle(anArticle({ version: '2' }), second.version)
    expect([third.state, (await readFile(path, 'utf8')).includes('dari kantor')]).toEqual(['public', true])
  })

  it('moves the page when the slug changes', async () => {
    const { adapter, folder } = await makeAdapter()
    const first = await adapter.putArticle(anArticle(), null)
    await adapter.putArticle(anArticle({ version: '2', slugline: 'nama-baru' }), first.version)
    expect(await readdir(join(folder, 'berita'))).toEqual(['nama-baru.html'])
  })

  it('gives each of two stories with one slug a page of its own, also when they come at once', async () => {
    const { adapter, folder } = await makeAdapter()
    const held = await Promise.all(
      [1, 2, 3].map((number) => adapter.putArticle(anArticle({ number, slugline: 'sama' }), null)),
    )
    expect(new Set(held.map((each) => each.address)).size).toBe(3)
    expect(await readdir(join(folder, 'berita'))).toHaveLength(3)
  })

  it('never leaves its folder, whatever the slug', async () => {
    const { adapter, folder } = await makeAdapter()
    const slugs = ['../../keluar', '/etc/passwd', '..', 'a/b', 'nul\u0000', '', 'CON', 'x'.repeat(5_000), '-']
    for (const [i, slugline] of slugs.entries())
      await adapter.putArticle(anArticle({ number: i + 1, slugline }), null)
    expect(await readdir(join(folder, '..'))).toEqual(['situs'])
    expect((await readdir(folder)).sort()).toEqual(['articles', 'berita'])
    const pages = await readdir(join(folder, 'berita'))
    expect([pages.length, pages.every((name) => /^[0-9a-z-]+\.html$/.test(name))]).toEqual([
      slugs.length,
      true,
    ])
  })

  it('writes nothing through a link that leads elsewhere', async () => {
    const { adapter, folder } = await makeAdapter()
    const elsewhere = await makeTemporaryFolder()
    await mkdir(folder)
    await symlink(elsewhere, join(folder, 'berita'))
    expect([await codeOf(adapter.putArticle(anArticle(), null)), await readdir(elsewhere)]).toEqual([
      'publish.rejected',
      [],
    ])
  })

  it('prints nothing of an article’s markup that could run', async () => {
    const { adapter, folder } = await makeAdapter()
    const value =
      '<div><script>alert(1)</script><p onclick="alert(2)">Isi <a href="javascript:alert(3)">tautan</a> <img src=x onerror=alert(4)></p><style>@import url(http://lain.invalid)</style></div>'
    const headlines = [{ value: '</title><script>alert(5)</script>' }]
    await adapter.putArticle(
      anArticle({ headlines, bodies: [{ contentType: 'application/xhtml+xml', value }] }),
      null,
    )
    const page = await readFile(join(folder, 'berita', 'kabar-ke-1-dari-tirtasari.html'), 'utf8')
    expect(page).not.toMatch(/<script|onclick|onerror|javascript:|@import|lain\.invalid/)
    expect(page).toContain('Isi ')
  })

  it('takes what it did not write for something else', async () => {
    const { adapter, folder } = await makeAdapter()
    const first = await adapter.putArticle(anArticle(), null)
    await writeFile(join(folder, 'articles', `${aDraftId()}.json`), 'bukan JSON')
    const held = await adapter.lookUp(aDraftId())
    expect([held?.state, held?.version === first.version, held?.sha256 === first.sha256]).toEqual([
      'public',
      false,
      false,
    ])
  })

  it('has sent nothing when its folder cannot be made', async () => {
    const { adapter, folder } = await makeAdapter()
    await writeFile(folder, 'sebuah berkas')
    expect([
      await codeOf(adapter.putArticle(anArticle(), null)),
      await codeOf(adapter.lookUp(aDraftId())),
    ]).toEqual(['publish.not-sent', 'publish.not-sent'])
    await rm(folder)
    expect(await codeOf(adapter.putArticle(anArticle(), null))).toBe('nothing failed')
  })
})
