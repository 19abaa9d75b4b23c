import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { parse } from 'yaml'
import { ROOT } from '../../scripts/lib/pinned-node.mjs'
import { guardContents } from '../../src/main/guard-contents.ts'
import { openElectronApp, type ElectronApp } from '../support/electron-app.ts'
import { asContents, askEmitter, ContentsStandIn } from '../support/electron-stand-in.ts'

/**
 * Electron's security checklist, all twenty items in its order, each held against the built host. The host is started
 * once for those that only look.
 */

const end: (() => Promise<void>)[] = []
let started: ElectronApp | null = null

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'redaksi-'))
  started = await openElectronApp({ isPackaged: true, folder, onEnd: (work) => end.push(work) })
  end.push(() => rm(folder, { recursive: true, force: true }))
})
afterAll(async () => {
  for (const work of end) await work()
})

/** The host, with nothing asked and nothing opened so far. */
function look(): { readonly app: ElectronApp; readonly contents: ContentsStandIn } {
  const contents = started?.windows[0]?.webContents
  if (started === null || contents === undefined) throw new Error('no window')
  started.asked.length = 0
  started.opened.length = 0
  return { app: started, contents }
}

const preferencesOf = (app: ElectronApp) => app.windows[0]?.options.webPreferences ?? {}

/** Whether a request would be cancelled. */
function isCancelled({ rules }: ElectronApp, url: string): boolean {
  let isCancelled = false
  rules.before?.({ url }, ({ cancel }) => (isCancelled = cancel === true))
  return isCancelled
}

function mayHave({ rules }: ElectronApp, permission: string, requestingUrl: string): readonly boolean[] {
  let isGranted = false
  rules.request?.(null, permission, (granted) => (isGranted = granted), { requestingUrl })
  return [isGranted, rules.check?.(null, permission, new URL(requestingUrl).href) === true]
}

async function ask(app: ElectronApp, url: string, method = 'GET') {
  const answer = await app.pages.get('app')?.(new Request(url, { method }))
  if (answer === undefined) throw new Error('the scheme is not answered')
  return answer
}

describe('Electron’s security checklist', () => {
  it('1. loads nothing over an insecure way: no request leaves for anywhere but the page’s own files', () => {
    const { app } = look()
    const own = [
      'app://redaksi/',
      'app://redaksi/assets/a.js',
      'blob:app://redaksi/1',
      'data:image/png;base64,AA',
    ]
    const others = [
      'http://contoh.example/',
      'https://contoh.example/',
      'ws://127.0.0.1:1/',
      'file:///etc/passwd',
      'app://lain/',
    ]
    expect([
      own.filter((url) => isCancelled(app, url)),
      others.filter((url) => !isCancelled(app, url)),
    ]).toEqual([[], []])
  })

  it('2. 3. 4. 6. 8. 9. 10. keeps Node out of every page, isolated and in a sandbox, with web security as it is', () => {
    const { app } = look()
    const preferences = preferencesOf(app)
    expect(preferences).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      spellcheck: false,
      devTools: false,
    })
    expect(Object.keys(preferences)).not.toContain('enableBlinkFeatures')
    // For all processes, before any window.
    expect(app.said[0]).toBe('sandbox')
  })

  it('5. grants one permission, and that to our page alone', () => {
    const { app } = look()
    expect(mayHave(app, 'clipboard-sanitized-write', 'app://redaksi/')).toEqual([true, true])
    expect(mayHave(app, 'clipboard-sanitized-write', 'https://contoh.example/')).toEqual([false, false])
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'fileSystem',
      'hid',
    ])
      expect(mayHave(app, permission, 'app://redaksi/')).toEqual([false, false])
    let streams: object | null = { video: {} }
    app.rules.display?.({}, (given) => (streams = given))
    expect([app.rules.device?.(), streams]).toEqual([false, {}])
  })

  it('7. says a content security policy with every answer, without inline or evaluated code', async () => {
    const { app } = look()
    const page = (await ask(app, 'app://redaksi/')).headers.get('content-security-policy') ?? ''
    const nothing = (await ask(app, 'app://redaksi/tidak-ada')).headers.get('content-security-policy') ?? ''
    for (const policy of [page, nothing]) {
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
      expect(policy).toContain("require-trusted-types-for 'script'")
      expect(policy).not.toMatch(/unsafe|https?:|\*/)
    }
    const again = (await ask(app, 'app://redaksi/')).headers.get('content-security-policy')
    expect(page).toMatch(/'nonce-[\w+/]{22}=='/)
    expect(again).not.toBe(page)
  })

  it('11. 12. has no webview, and no way to make one', () => {
    const { app, contents } = look()
    expect(preferencesOf(app).webviewTag).toBe(false)
    expect(contents.ask('will-attach-webview')).toBe(true)
  })

  it('13. goes nowhere', async () => {
    const { app, contents } = look()
    const go = (url: string, isMainFrame = true) => contents.ask('will-frame-navigate', { url, isMainFrame })
    expect(
      ['https://contoh.example/', 'file:///etc/passwd', 'app://lain/', 'data:text/html,x'].map((url) =>
        go(url),
      ),
    ).toEqual(Array.from({ length: 4 }, () => true))
    expect([
      go('https://contoh.example/', false),
      go('app://redaksi/', false),
      contents.ask('will-redirect'),
    ]).toEqual([true, true, true])
    // Itself anew, in another language.
    expect(go('app://redaksi/?locale=en')).toBe(false)
    await vi.waitFor(() => expect(app.opened).toEqual(['https://contoh.example/']))
  })

  it('14. opens no other window, not even of its own page', () => {
    const { app, contents } = look()
    expect(
      ['https://contoh.example/', 'app://redaksi/', 'about:blank'].map((url) =>
        contents.openHandler?.({ url }),
      ),
    ).toEqual(Array.from({ length: 3 }, () => ({ action: 'deny' })))
    expect(app.windows).toHaveLength(1)
  })

  it('15. hands an address to the system only when it is safe and the person agrees', async () => {
    const { app, contents } = look()
    for (const url of [
      'file:///etc/passwd',
      'smb://lain/',
      'http://contoh.example/',
      'mailto:humas@contoh.example',
    ])
      contents.openHandler?.({ url })
    await vi.waitFor(() => expect(app.opened).toEqual(['mailto:humas@contoh.example']))
    expect(app.asked.map(({ detail }) => detail)).toEqual(['mailto:humas@contoh.example'])
  })

  it('16. is a current Electron', async () => {
    const lock = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8'))
    expect(Number(lock.packages['node_modules/electron'].version.split('.')[0])).toBeGreaterThanOrEqual(45)
  })

  it('17. answers our own page alone', async () => {
    const { app, contents } = look()
    const send = (url: string, parent: object | null) =>
      app.invoke(contents, { url, parent }, 'bridge:call', ['app.info', {}])
    expect(await send('app://redaksi/', null)).toMatchObject({ ok: true })
    for (const reply of [await send('https://contoh.example/', null), await send('app://redaksi/', {})])
      expect(reply).toMatchObject({ ok: false, error: { code: 'main.sender-refused' } })
  })

  it('18. serves the page from a scheme of its own, its files alone', async () => {
    const { app } = look()
    expect(app.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ])
    const script =
      /src="(\/[^"]+\.js|\.\/[^"]+\.js)"/.exec(await (await ask(app, 'app://redaksi/')).text())?.[1] ?? ''
    const answer = await ask(app, new URL(script, 'app://redaksi/').href.replace('null', 'app://redaksi'))
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
    ])
    const none = [
      'app://redaksi/../main.js',
      'app://redaksi/..%2fmain.js',
      'app://redaksi/%2e%2e/main.js',
      'app://redaksi/assets/../../cli.js',
      'app://redaksi//etc/passwd',
      'app://redaksi/door.html',
      'app://redaksi/index.html',
      'app://lain/',
    ]
    expect(await Promise.all(none.map(async (url) => (await ask(app, url)).status))).toEqual(
      none.map(() => 404),
    )
    expect((await ask(app, 'app://redaksi/', 'POST')).status).toBe(404)
  })

  it('19. has its fuses set', async () => {
    const { electronFuses } = parse(await readFile(join(ROOT, 'electron-builder.yml'), 'utf8'))
    expect(electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    })
  })

  it('20. gives the page three functions, and no object of Electron’s', async () => {
    const { app, contents } = look()
    expect(Object.keys(contents.page)).toEqual(['redaksi'])
    expect(Object.entries(app.getPage()).map(([name, part]) => [name, typeof part])).toEqual([
      ['call', 'function'],
      ['on', 'function'],
      ['putBlob', 'function'],
    ])
    const heard: unknown[][] = []
    app.getPage().on('app.openDraft', (...given: unknown[]) => heard.push(given))
    app.app.emit(
      'open-url',
      { preventDefault: () => undefined },
      'redaksi://draft/0198c0de-1111-7222-8333-444455556666',
    )
    await vi.waitFor(() => expect(heard).toEqual([[{ id: '0198c0de-1111-7222-8333-444455556666' }]]))
  })
})

describe('what else a page is kept from', () => {
  it('speaks to no site that cannot prove who it is', () => {
    const { app } = look()
    let isTrusted = true
    const decide = (trusted: boolean) => (isTrusted = trusted)
    expect(askEmitter(app.app, 'certificate-error', {}, {}, 'https://x', 'ERR', {}, decide)).toBe(true)
    expect(isTrusted).toBe(false)
  })

  it('saves what it made, and downloads nothing', () => {
    const { app } = look()
    const session = app.electron.session.defaultSession
    const download = (url: string) => askEmitter(session, 'will-download', {}, { getURL: () => url })
    expect([download('blob:app://redaksi/1'), download('https://contoh.example/a.exe')]).toEqual([
      false,
      true,
    ])
  })

  it('leaves with something unsaved only when the person says so', async () => {
    const answers: boolean[] = []
    for (const pressed of [0, 1]) {
      const app = await openElectronApp({ press: () => pressed })
      answers.push(app.windows[0]?.webContents.ask('will-prevent-unload') === true)
      app.app.quit()
      await app.exited
    }
    expect(answers).toEqual([false, true])
  })

  it('is offered to be loaded anew when its process has died', async () => {
    const { app, contents } = look()
    contents.emit('render-process-gone', {}, { reason: 'clean-exit' })
    contents.emit('render-process-gone', {}, { reason: 'crashed' })
    await vi.waitFor(() => expect(contents.reloaded).toEqual(['app://redaksi/']))
    expect(app.asked).toHaveLength(1)
  })
})

describe('a guard that is left out', () => {
  it('is noticed: contents without it go where they like', () => {
    const [guarded, bare] = [new ContentsStandIn(), new ContentsStandIn()]
    const guard = { onLink: () => undefined, askToLeave: () => false, onGone: () => undefined }
    guardContents(asContents(guarded), guard)
    onTestFinished(() => void guarded.removeAllListeners())
    const leave = (contents: ContentsStandIn) =>
      contents.ask('will-frame-navigate', { url: 'https://contoh.example/', isMainFrame: true })
    expect([leave(guarded), leave(bare), bare.openHandler]).toEqual([true, false, null])
  })
})
