import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { ROOT } from '../../scripts/lib/pinned-node.mjs'
import { COMMAND_KEYS } from '../../src/bridge/index.ts'
import { openElectronApp, startElectronApp, type ElectronApp } from '../support/electron-app.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

/** The built desktop host, from its start to its end, on the stand-in for Electron. */

const DRAFT = '0198c0de-1111-7222-8333-444455556666'

async function call(app: ElectronApp, method: string, argument: unknown = {}): Promise<unknown> {
  const reply = await app.getPage().call(method, argument)
  expect(reply).toMatchObject({ ok: true })
  return reply.value
}

const settingsOf = async ({ folder }: ElectronApp): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(join(folder, 'redaksi', 'settings.json'), 'utf8'))

describe('the built desktop host', () => {
  it('opens one window over the library, through its scheme and no other', async () => {
    const app = await openElectronApp()
    const [window] = app.windows
    expect(app.windows).toHaveLength(1)
    expect(window?.webContents.mainFrame.url).toBe('app://redaksi/')
    expect(window?.html).toContain('<div id="app">')
    expect(app.paths.get('userData')).toBe(join(app.folder, 'redaksi', 'window'))
    expect(await call(app, 'app.info')).toMatchObject({
      name: 'Redaksi',
      host: 'electron',
      library: app.library,
    })
  })

  it('answers four channels and no more', async () => {
    const app = await openElectronApp()
    expect(app.channels()).toEqual(['bridge:blob', 'bridge:call', 'bridge:listen'])
    expect(Object.keys(app.getPage()).sort()).toEqual(['call', 'on', 'putBlob'])
  })

  it('carries a key from the page to the disk and tells the page of it', async () => {
    const app = await openElectronApp()
    const told: unknown[] = []
    app.getPage().on('drafts.changed', (each) => told.push(each))
    const made = (await call(app, 'drafts.create', { headline: 'KPU Kota Tirtasari Menguji' })) as {
      id: string
      revision: number
    }
    const file = JSON.parse(await readFile(join(app.library, 'drafts', made.id, 'draft.json'), 'utf8'))
    expect(file).toMatchObject({ story: { headline: 'KPU Kota Tirtasari Menguji' } })
    await vi.waitFor(() => expect(told).toContainEqual({ id: made.id, revision: made.revision }))
  })

  it('gives a first run samples, and its own endpoint as a target whose token the system has locked', async () => {
    const app = await openElectronApp()
    expect(await call(app, 'drafts.list', {})).toMatchObject({
      drafts: expect.arrayContaining([expect.anything()]),
    })
    const secrets = () => readFile(join(app.folder, 'redaksi', 'secrets.json'), 'utf8')
    await vi.waitFor(async () => expect(await secrets()).toContain('"lokal"'), { timeout: 15_000 })
    const { secrets: open, sealed } = JSON.parse(await secrets())
    expect([open, Object.keys(Object.values(sealed)[0] ?? {})]).toEqual([{}, ['lokal']])
    expect(app.forked.map(({ module, words }) => [module, words[0]])).toEqual([
      [join(ROOT, 'out', 'cli.js'), 'endpoint'],
    ])
  })

  it('closes the library and the endpoint before it ends, once', async () => {
    const app = await openElectronApp()
    app.app.quit()
    app.app.quit()
    expect(await app.exited).toBe(0)
    expect(await readdir(app.library)).not.toContain('lock.pid')
    const again = await openElectronApp({ folder: app.folder })
    expect(await call(again, 'app.info')).toMatchObject({ isReadOnly: false })
  })

  it('remembers where its window was', async () => {
    const app = await openElectronApp()
    const [window] = app.windows
    if (window === undefined) throw new Error('no window')
    window.bounds = { x: 90, y: 60, width: 1100, height: 650 }
    app.app.quit()
    await app.exited
    expect(await settingsOf(app)).toMatchObject({
      window: { x: 90, y: 60, width: 1100, height: 650, isMaximized: false },
    })
    const again = await openElectronApp({ folder: app.folder })
    expect(again.windows[0]?.options).toMatchObject({ x: 90, y: 60, width: 1100, height: 650 })
  })

  it('has a window in the colour of the desk, light and dark', async () => {
    const colours = []
    for (const isDark of [false, true]) {
      const app = await openElectronApp({ isDark })
      colours.push(app.windows[0]?.options.backgroundColor)
      app.app.quit()
      await app.exited
    }
    const tokens = await readFile(join(ROOT, 'src/base/ui/tokens.css'), 'utf8')
    expect(tokens).toContain(`--desk: light-dark(${colours.join(', ')})`)
  })

  it('says in a box who holds the library when another process does, and ends', async () => {
    const app = await openElectronApp()
    const second = await startElectronApp({ folder: app.folder })
    expect(await second.exited).toBe(1)
    expect(second.errors.join()).toContain(app.library)
    expect(second.windows).toEqual([])
  })

  it('is not started twice: the second start ends, the first comes to the front with the draft that was named', async () => {
    const app = await openElectronApp()
    const told: unknown[] = []
    app.getPage().on('app.openDraft', (each) => told.push(each))
    const second = await startElectronApp({ isFirst: false, folder: app.folder })
    expect([second.said.at(-1), second.windows, second.channels()]).toEqual(['quit', [], []])
    app.app.emit('second-instance', {}, ['redaksi', '--flag', `redaksi://draft/${DRAFT}`])
    await vi.waitFor(() => expect(told).toEqual([{ id: DRAFT }]))
    expect(app.windows[0]?.did).toContain('focus')
  })

  it('opens with the draft that a link names, and hears links later', async () => {
    const app = await openElectronApp({ words: [`redaksi://draft/${DRAFT}`], isPackaged: true })
    expect(app.windows[0]?.webContents.mainFrame.url).toBe(`app://redaksi/#${DRAFT}`)
    expect(app.said).toContain('protocol redaksi')
    const told: unknown[] = []
    app.getPage().on('app.openDraft', (each) => told.push(each))
    app.app.emit('open-url', { preventDefault: () => undefined }, `redaksi://draft/${DRAFT}`)
    app.app.emit('open-url', { preventDefault: () => undefined }, 'redaksi://draft/../../etc')
    await vi.waitFor(() => expect(told).toEqual([{ id: DRAFT }]))
  })

  it('takes a hand-over file in that the system opens, by its bytes alone, at its start and later', async () => {
    const folder = await makeTemporaryFolder()
    const path = join(folder, 'Berita Kita.REDAKSI')
    await writeFile(path, 'bukan berkas serah terima')
    const app = await openElectronApp({ words: [path] })
    const take = async () => Object(await call(app, 'handover.takeOpened'))
    await vi.waitFor(async () => expect(await take()).toMatchObject({ name: 'Berita Kita.REDAKSI' }))
    const told: unknown[] = []
    app.getPage().on('handover.opened', (each) => told.push(each))
    app.app.emit('open-file', { preventDefault: () => undefined }, '/etc/passwd')
    app.app.emit('open-file', { preventDefault: () => undefined }, path)
    app.app.emit('second-instance', {}, ['redaksi', '--flag', 'Berita Kita.REDAKSI'], folder)
    await vi.waitFor(() => expect(told).toEqual([null, null]))
    const { pieces, name } = await take()
    expect(pieces).toHaveLength(1)
    expect(await app.getPage().call('handover.look', { pieces, name, task: 'uji' })).toMatchObject({
      error: { code: 'handover.not-one', details: { name } },
    })
    app.app.emit('open-file', { preventDefault: () => undefined }, join(folder, 'hilang.redaksi'))
    await vi.waitFor(() => expect(app.errors.join()).toContain('hilang.redaksi'))
  })

  it('sends what is chosen in its menu to the page, with the same keys as the page', async () => {
    const app = await openElectronApp()
    const told: unknown[] = []
    app.getPage().on('app.command', (each) => told.push(each))
    const items = app.menus[0]?.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : [])) ?? []
    const commands = items.filter(({ id }) => id !== undefined)
    for (const { click } of commands) (click as unknown as () => void)()
    await vi.waitFor(() => expect(told).toHaveLength(commands.length))
    expect(told).toEqual(commands.map(({ id }) => ({ name: id })))
    expect(Object.keys(COMMAND_KEYS)).toEqual(expect.arrayContaining(commands.map(({ id }) => id)))
    expect(
      commands.map(({ label, accelerator, registerAccelerator }) => [
        label,
        accelerator,
        registerAccelerator,
      ]),
    ).toEqual([
      ['Artikel baru', 'CommandOrControl+N', false],
      ['Mulai dari templat', 'CommandOrControl+Shift+N', false],
      ['Gandakan artikel', 'CommandOrControl+Shift+D', false],
      ['Simpan sekarang', 'CommandOrControl+S', false],
      ['Ekspor sebagai teks', 'CommandOrControl+E', false],
      ['Serahkan…', undefined, undefined],
      ['Buka berkas serah terima…', undefined, undefined],
      ['Cetak artikel', 'CommandOrControl+P', false],
      ['Terbitkan', 'CommandOrControl+Shift+P', false],
      ['Sinkronkan antrean terbit', undefined, undefined],
      ['Pindahkan ke tempat sampah', undefined, undefined],
      ['Setelan', 'CommandOrControl+,', false],
      ['Cari di artikel ini', 'CommandOrControl+F', false],
      ['Cari dan ganti', 'CommandOrControl+H', false],
      ['Cari artikel', 'CommandOrControl+Shift+F', false],
      ['Palet perintah', 'CommandOrControl+K', false],
      ['Tampilkan atau sembunyikan pustaka', 'CommandOrControl+\\', false],
      ['Lihat riwayat', 'CommandOrControl+Shift+H', false],
      ['Antrean terbit', 'CommandOrControl+Shift+O', false],
      ['Templat kantor', undefined, undefined],
      ['Rekap kantor', undefined, undefined],
      ['Pratinjau seperti di situs', 'CommandOrControl+Shift+L', false],
      ['Mode fokus', 'CommandOrControl+.', false],
      ['Baris tulisan tetap di satu ketinggian', undefined, undefined],
      ['Perbesar teks naskah', 'CommandOrControl+Plus', false],
      ['Perkecil teks naskah', 'CommandOrControl+-', false],
      ['Teks naskah ukuran semula', 'CommandOrControl+0', false],
      ['Pintasan papan ketik', 'CommandOrControl+/', false],
    ])
    expect(items.filter(({ label }) => label?.startsWith('main.'))).toEqual([])
  })

  it('is the redaksi command with --cli, without a window', async () => {
    const written: string[] = []
    const write = vi
      .spyOn(process.stdout, 'write')
      .mockImplementation((text) => written.push(String(text)) > 0)
    const run = async (folder: string | undefined, ...words: readonly string[]) => {
      const app = await startElectronApp({
        words: ['--cli', ...words],
        ...(folder === undefined ? {} : { folder }),
      })
      return { app, code: await app.exited }
    }
    const { app, code } = await run(undefined, 'init')
    const listed = await run(app.folder, 'list', '--json')
    const wrong = await run(app.folder, 'tidak-ada')
    write.mockRestore()
    expect([code, listed.code, wrong.code, app.windows, app.channels()]).toEqual([0, 0, 2, [], []])
    expect(written.join('')).toContain('"total": 0')
  })

  it('reads with --cli what the application has locked, which plain Node cannot', async () => {
    const app = await openElectronApp()
    const file = join(app.folder, 'redaksi', 'secrets.json')
    await vi.waitFor(async () => expect(await readFile(file, 'utf8')).toContain('"lokal"'), {
      timeout: 15_000,
    })
    const { createSecretStore } = await import('../../src/newsroom/publish/node/index.ts')
    const [libraryId = ''] = Object.keys(JSON.parse(await readFile(file, 'utf8')).sealed)
    await expect(
      createSecretStore(join(app.folder, 'redaksi')).get(libraryId, 'lokal'),
    ).rejects.toMatchObject({
      code: 'publish.secret-unavailable',
    })
  })
})
