import { spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type {
  BaseWindow,
  BrowserWindowConstructorOptions,
  CustomScheme,
  IpcMain,
  IpcMainInvokeEvent,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  Protocol,
  SafeStorage,
  Shell,
  WebContents,
} from 'electron'
import { createSessionStandIn } from './electron-session-stand-in.ts'

/**
 * As much of Electron as the desktop host uses, for plain Node: what it does is noted, what a person or the system
 * would do is done by the test. Messages are cloned as Electron clones them, the preload script runs in a world of its
 * own and knows no module but `electron`.
 */

type Handler = Parameters<IpcMain['handle']>[1]

/** A frame as the sender of a message. */
export interface FrameStandIn {
  readonly url: string
  readonly parent: object | null
}

/** The contents of a window. */
export class ContentsStandIn extends EventEmitter {
  readonly mainFrame: { url: string; readonly parent: null } = { url: '', parent: null }
  /** What the page finds in its world. */
  readonly page: Record<string, unknown> = {}
  readonly reloaded: string[] = []
  openHandler: ((details: { url: string }) => { action: string }) | null = null
  readonly heard = new EventEmitter()
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler
  }
  isDestroyed(): boolean {
    return false
  }
  reload(): void {
    this.reloaded.push(this.mainFrame.url)
  }
  send(channel: string, ...given: readonly unknown[]): void {
    const cloned = structuredClone(given)
    setImmediate(() => this.heard.emit(channel, { sender: 'the host' }, ...cloned))
  }
  /** Emits an event that can be prevented; returns whether it was. */
  ask(name: string, details: object = {}): boolean {
    return askEmitter(this, name, details)
  }
}

/** Emits an event with `preventDefault`; returns whether that was called. */
export function askEmitter(
  emitter: EventEmitter,
  name: string,
  details: object,
  ...more: unknown[]
): boolean {
  let isPrevented = false
  emitter.emit(name, { ...details, preventDefault: () => (isPrevented = true) }, ...more)
  return isPrevented
}

export interface StandInOptions {
  readonly isFirst?: boolean
  readonly isPackaged?: boolean
  readonly isDark?: boolean
  readonly vault?: ReturnType<SafeStorage['getSelectedStorageBackend']>
  /** Which button a person presses. */
  readonly press?: (question: MessageBoxOptions) => number
}

export type ElectronStandIn = ReturnType<typeof createElectronStandIn>

/** Makes a stand-in that nobody has used yet. */
export function createElectronStandIn(options: StandInOptions = {}) {
  const {
    isFirst = true,
    isPackaged = false,
    isDark = false,
    vault = 'gnome_libsecret',
    press = () => 0,
  } = options
  const handlers = new Map<string, Handler>()
  const windows: WindowStandIn[] = []
  const asked: MessageBoxOptions[] = []
  const opened: string[] = []
  const menus: MenuItemConstructorOptions[][] = []
  const schemes: CustomScheme[] = []
  const pages = new Map<string, (request: Request) => Response | Promise<Response>>()
  const forked: { readonly module: string; readonly words: readonly string[] }[] = []
  const { session, rules } = createSessionStandIn()

  const ipcMain = {
    handle: (channel, handler) => void handlers.set(channel, handler),
    removeHandler: (channel) => void handlers.delete(channel),
  } satisfies Pick<IpcMain, 'handle' | 'removeHandler'>

  /** A message as a renderer sends it, from whatever frame. */
  async function invoke(
    sender: ContentsStandIn,
    senderFrame: FrameStandIn | null,
    channel: string,
    given: unknown[],
  ) {
    const handler = handlers.get(channel)
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
    const cloned: unknown[] = structuredClone(given)
    // A message never arrives while it is being sent.
    await new Promise((resolve) => setImmediate(resolve))
    // What the host is not given here it must not rely on.
    const event = { sender: asContents(sender), senderFrame } as unknown as IpcMainInvokeEvent
    return structuredClone(await handler(event, ...cloned)) as unknown
  }

  class WindowStandIn extends EventEmitter {
    readonly webContents = new ContentsStandIn()
    readonly options: BrowserWindowConstructorOptions
    readonly did: string[] = []
    html = ''
    headers = new Headers()
    bounds = { x: 40, y: 30, width: 1000, height: 700 }
    constructor(given: BrowserWindowConstructorOptions) {
      super()
      this.options = given
      windows.push(this)
      app.emit('web-contents-created', {}, this.webContents)
    }
    static fromWebContents(contents: unknown): WindowStandIn | null {
      return windows.find(({ webContents }) => Object.is(webContents, contents)) ?? null
    }
    async loadURL(url: string): Promise<void> {
      const scheme = url.split(':')[0] ?? ''
      const answer = await pages.get(scheme)?.(new Request(url))
      if (answer?.status !== 200) throw new Error(`ERR_FAILED (-2) loading '${url}'`)
      this.html = await answer.text()
      this.headers = answer.headers
      this.webContents.mainFrame.url = url
      runPreload(this.options.webPreferences?.preload ?? '', this.webContents, invoke)
      this.emit('ready-to-show')
    }
    close(): void {
      this.emit('close')
      this.webContents.emit('destroyed')
      windows.splice(windows.indexOf(this), 1)
      this.emit('closed')
      if (windows.length === 0) app.emit('window-all-closed')
    }
    show = () => void this.did.push('show')
    focus = () => void this.did.push('focus')
    maximize = () => void this.did.push('maximize')
    restore = () => void this.did.push('restore')
    isMinimized = () => false
    isMaximized = () => false
    getNormalBounds = () => this.bounds
  }

  const showBox = (
    ...given: readonly [MessageBoxOptions] | readonly [BaseWindow, MessageBoxOptions]
  ): number => {
    const question = given.length === 1 ? given[0] : given[1]
    asked.push(question)
    return press(question)
  }
  const errors: string[] = []
  const exits = Promise.withResolvers<number>()
  const paths = new Map<string, string>()
  const said: string[] = []
  const app = Object.assign(new EventEmitter(), {
    isPackaged,
    dock: undefined,
    setPath: (name: string, path: string) => void paths.set(name, path),
    enableSandbox: () => void said.push('sandbox'),
    disableHardwareAcceleration: () => void said.push('no-acceleration'),
    requestSingleInstanceLock: () => isFirst,
    setAsDefaultProtocolClient: (scheme: string) => said.push(`protocol ${scheme}`) > 0,
    setAppUserModelId: (id: string) => void said.push(`id ${id}`),
    whenReady: () => new Promise<void>((resolve) => setImmediate(resolve)),
    quit() {
      said.push('quit')
      for (const window of windows.slice()) window.close()
      if (!askEmitter(app, 'will-quit', {})) exits.resolve(0)
    },
    exit: (code: number) => exits.resolve(code),
  })
  const electron = {
    app,
    BrowserWindow: WindowStandIn,
    ipcMain,
    Menu: {
      buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
      setApplicationMenu: (template: MenuItemConstructorOptions[]) => void menus.push(template),
    },
    nativeTheme: { shouldUseDarkColors: isDark },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1366, height: 740 } }] },
    dialog: {
      showMessageBox: async (...given: Parameters<typeof showBox>) => ({
        response: showBox(...given),
        checkboxChecked: false,
      }),
      showMessageBoxSync: showBox,
      showErrorBox: (_title: string, words: string) => void errors.push(words),
    },
    shell: {
      openExternal: async (address: string) => void opened.push(address),
    } satisfies Pick<Shell, 'openExternal'>,
    protocol: {
      registerSchemesAsPrivileged: (given: CustomScheme[]) => void schemes.push(...given),
      handle: (scheme, handler) => void pages.set(scheme, handler),
    } satisfies Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle'>,
    safeStorage: createSafeStorage(vault),
    session: { defaultSession: session },
    utilityProcess: {
      fork(module: string, words: readonly string[]) {
        forked.push({ module, words })
        return spawn(process.execPath, [module, ...words], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
      },
    },
  }
  return {
    electron,
    ipcMain,
    app,
    windows,
    WindowStandIn,
    asked,
    opened,
    menus,
    schemes,
    pages,
    forked,
    rules,
    errors,
    paths,
    said,
    exited: exits.promise,
    channels: () => [...handlers.keys()].sort(),
    invoke,
  }
}

/** The contents as Electron's own type: the host is given no more of it than the stand-in has. */
export function asContents(contents: ContentsStandIn): WebContents {
  return contents as unknown as WebContents
}

type Invoke = ElectronStandIn['invoke']

/** Runs a preload script as a sandboxed window does: as CommonJS, with `electron` as the only module there is. */
export function runPreload(file: string, contents: ContentsStandIn, invoke: Invoke): void {
  const electron = {
    contextBridge: {
      exposeInMainWorld(name: string, value: Readonly<Record<string, unknown>>) {
        for (const part of Object.values(value))
          if (typeof part !== 'function') throw new Error(`${name} exposes more than functions`)
        contents.page[name] = value
      },
    },
    ipcRenderer: {
      on: (channel: string, listener: (...given: unknown[]) => void) => contents.heard.on(channel, listener),
      invoke: (channel: string, ...given: unknown[]) => invoke(contents, contents.mainFrame, channel, given),
    },
  }
  const require = (name: string): unknown => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`)
    return electron
  }
  // oxlint-disable-next-line no-new-func -- this is how a sandbox runs its preload script
  new Function('require', 'module', 'exports', 'process', readFileSync(file, 'utf8'))(
    require,
    {},
    {},
    undefined,
  )
}

function createSafeStorage(backend: ReturnType<SafeStorage['getSelectedStorageBackend']>) {
  const flip = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x5a))
  return {
    getSelectedStorageBackend: () => backend,
    isAsyncEncryptionAvailable: async () => true,
    encryptStringAsync: async (text) => flip(Buffer.from(`v11${text}`)),
    async decryptStringAsync(sealed) {
      const text = flip(sealed).toString()
      if (!text.startsWith('v11')) throw new Error('Error while decrypting the ciphertext')
      return { result: text.slice(3), shouldReEncrypt: false }
    },
  } satisfies Pick<
    SafeStorage,
    'getSelectedStorageBackend' | 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'
  >
}
