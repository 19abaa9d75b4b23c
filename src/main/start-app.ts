import { app, dialog, ipcMain, Menu, protocol, safeStorage, session, shell, utilityProcess } from 'electron'
import release from '../../package.json' with { type: 'json' }
import {
  chooseLocale,
  createBackend,
  createTranslate,
  describeError,
  openLocalBridge,
  openOrCreateNewsroom,
  type Newsroom,
  type Surroundings,
} from '../backend/index.ts'
import { readPageFiles } from '../backend/page-files.ts'
import { isRedaksiError } from '../base/errors.ts'
import { createSystemClock, systemRandom } from '../base/node/system.ts'
import type { Translate } from '../base/translate.ts'
import type { Backend } from '../bridge/index.ts'
import { chooseLibraryFolder } from '../cli/library-folder.ts'
import { openLocalEndpoint, type LocalEndpoint } from '../cli/local-endpoint.ts'
import { createSecretStore } from '../newsroom/publish/node/index.ts'
import { openBridgeIpc } from './bridge-ipc.ts'
import { findDeepLink, LINK_SCHEME, parseDeepLink } from './deep-link.ts'
import { createStartProgram } from './endpoint-process.ts'
import { guardContents } from './guard-contents.ts'
import { guardSession } from './guard-session.ts'
import { createMenu } from './menu.ts'
import { findOpenedFile, handInFile, isHandoverPath } from './opened-files.ts'
import { openOutside } from './open-outside.ts'
import { PAGE_SCHEME } from './own-address.ts'
import { createPageHandler } from './page-scheme.ts'
import { COMMAND_LINE, PAGE_FOLDER } from './places.ts'
import { createVault } from './vault.ts'
import { createWindows, type Windows } from './windows.ts'

/** The user's own folders: settings and secrets, and data. */
export interface Folders {
  readonly config: string
  readonly data: string
}

/** Brings the window to the front, with a draft, or with a hand-over file that the system was asked to open. */
type Show = (draft: string | null, path: string | null) => Promise<void>

interface Run {
  readonly folders: Folders
  readonly translate: Translate
  readonly locale: 'id' | 'en'
  readonly warn: (words: string) => void
  readonly onBug: (error: unknown, at: string) => void
  endpoint: LocalEndpoint | null
}

/** Opens the application. A second start only brings the first one's window to the front, with the draft it names. */
export function startApp(folders: Folders): void {
  if (!app.requestSingleInstanceLock()) return app.quit()
  const run = createRun(folders)
  let asked = findDeepLink(process.argv)
  let file = findOpenedFile(process.argv, process.cwd())
  let show: Show | null = null
  const open = (draft: string | null, path: string | null = null): void => {
    if (show !== null) return void show(draft, path)
    asked = draft ?? asked
    file = path ?? file
  }
  app.on('second-instance', (_event, argv, folder) => open(findDeepLink(argv), findOpenedFile(argv, folder)))
  app.on('open-file', (event, path) => {
    event.preventDefault()
    open(null, isHandoverPath(path) ? path : null)
  })
  app.on('open-url', (event, link) => {
    event.preventDefault()
    open(parseDeepLink(link))
  })
  app.on('activate', () => open(null))
  app.on('window-all-closed', () => process.platform === 'darwin' || app.quit())
  refuseBadCertificates()
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME)
  app.setAppUserModelId('id.redaksi.app')
  app
    .whenReady()
    .then(async () => {
      show = await openApp(run)
      open(asked, file)
    })
    .catch((error: unknown) => {
      dialog.showErrorBox('Redaksi', describeError(error, run.translate))
      app.exit(1)
    })
}

function createRun(folders: Folders): Run {
  const locale = chooseLocale(process.env['REDAKSI_LOCALE'])
  const translate = createTranslate(locale)
  const warn = (words: string): void => void process.stderr.write(`redaksi: ${words}\n`)
  const onBug = (error: unknown, at: string): void => warn(`${at}: ${describeError(error, translate)}`)
  return { folders, translate, locale, warn, onBug, endpoint: null }
}

/** A site that cannot prove who it is is not spoken to. */
function refuseBadCertificates(): void {
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, decide) => {
    event.preventDefault()
    decide(false)
  })
}

/** Everything that the window needs, then the window's own factory; what was opened is closed before the end. */
async function openApp(run: Run): Promise<Show> {
  const { folders, translate, locale, onBug } = run
  const files = await readPageFiles(PAGE_FOLDER, locale)
  const newsroom = await openLibrary(run)
  const backend = createBackend(newsroom, { host: 'electron', release: release.version, locale, onBug })
  const windows = createWindows({ configFolder: folders.config, translate }, () => bridge)
  const bridge = openBridgeIpc({ ipc: ipcMain, backend, isOwnWindow: windows.isOwn, onBug })
  guardSession(session.defaultSession)
  protocol.handle(PAGE_SCHEME, createPageHandler(files, systemRandom))
  guardAllContents(run, windows)
  const menu = createMenu({
    translate,
    platform: process.platform,
    isPackaged: app.isPackaged,
    run: (name) => windows.tell('app.command', { name }),
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu))
  const local = await openLocalBridge({ backend, folder: newsroom.library.folder, env: process.env, onBug })
  await newsroom.library.announce({ address: null, socket: local?.path ?? null })
  const starting = startEndpoint(run, newsroom)
  closeAtTheEnd(async () => {
    await windows.settle()
    await local?.close()
    bridge.close()
    await starting
    await closeAll(run, backend, newsroom)
  }, onBug)
  return async (draft, path) => {
    try {
      await windows.open(draft)
      if (path !== null) await handInFile(path, backend)
    } catch (error) {
      if (isRedaksiError(error)) dialog.showErrorBox('Redaksi', describeError(error, translate))
      else onBug(error, 'window')
    }
  }
}

function openLibrary({ folders, translate, warn }: Run): Promise<Newsroom> {
  const vault = createVault({ safeStorage, dialog, translate, platform: process.platform })
  const surroundings: Surroundings = {
    clock: createSystemClock(process.env['REDAKSI_NOW']),
    random: systemRandom,
    env: process.env,
    configFolder: folders.config,
    secrets: createSecretStore(folders.config, vault),
    address: null,
    onWarning: (warning) => warn(describeError(warning, translate)),
  }
  const folder = chooseLibraryFolder(process.env['REDAKSI_LIBRARY'], folders.data)
  return openOrCreateNewsroom(folder, surroundings)
}

/** Whatever page comes to be, in whatever way, is kept in its place. */
function guardAllContents({ translate, onBug, ...run }: Run, windows: Windows): void {
  const outside = {
    dialog,
    shell,
    translate,
    getLocalOrigin: () => (run.endpoint === null ? null : new URL(run.endpoint.url).origin),
  }
  app.on('web-contents-created', (_event, contents) =>
    guardContents(contents, {
      onLink: (address) => void openOutside(address, outside).catch((error: unknown) => onBug(error, 'link')),
      askToLeave: windows.askToLeave,
      onGone: (gone) => void windows.recover(gone).catch((error: unknown) => onBug(error, 'page')),
    }),
  )
}

/** The window does not wait for the endpoint, and works without: what is to be published then waits in the outbox. */
async function startEndpoint(run: Run, newsroom: Newsroom): Promise<void> {
  const { folders, translate, warn } = run
  try {
    run.endpoint = await openLocalEndpoint(newsroom, {
      configFolder: folders.config,
      dataFolder: folders.data,
      startProgram: createStartProgram(utilityProcess.fork, COMMAND_LINE),
    })
    void run.endpoint.ended.then(() => {
      if (run.endpoint !== null) warn(translate('cli.serve.endpoint-ended'))
    })
  } catch (error) {
    warn(describeError(error, translate))
  }
}

async function closeAll(run: Run, backend: Backend, newsroom: Newsroom): Promise<void> {
  const { endpoint } = run
  run.endpoint = null
  await backend.close()
  await endpoint?.close()
  await newsroom.close()
}

/** The end waits until everything is on the disk; a second wish to end does not do it twice. */
function closeAtTheEnd(close: () => Promise<void>, onBug: Run['onBug']): void {
  let closing: Promise<void> | null = null
  app.on('will-quit', (event) => {
    event.preventDefault()
    closing ??= close()
      .catch((error: unknown) => onBug(error, 'end'))
      .then(() => app.exit(0))
  })
}
