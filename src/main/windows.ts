import { app, BrowserWindow, dialog, nativeTheme, screen, type WebContents } from 'electron'
import { openSettings } from '../backend/index.ts'
import type { Translate } from '../base/translate.ts'
import type { BridgeIpc } from './bridge-ipc.ts'
import { getIcon, PRELOAD } from './places.ts'
import { createWindowOptions, readPlace, showPage } from './window.ts'

export interface WindowsOptions {
  readonly configFolder: string
  readonly translate: Translate
}

/** The application's windows: there is one at a time, and closing it leaves its place for the next. */
export interface Windows {
  /** Brings the window to the front, or opens it; with a draft, shows that. */
  open(draft: string | null): Promise<void>
  /** Whether this factory made the window that shows these contents. */
  isOwn(contents: WebContents): boolean
  /** Says something to the page in front. */
  tell(event: string, told: unknown): void
  /** Whether the person lets what is unsaved go. */
  askToLeave(contents: WebContents): boolean
  /** Offers to load a page anew whose process has died. */
  recover(contents: WebContents): Promise<void>
  /** Resolves when the last window's place is remembered. */
  settle(): Promise<void>
}

/** Makes the one factory of windows. */
export function createWindows(
  { configFolder, translate }: WindowsOptions,
  getBridge: () => BridgeIpc,
): Windows {
  const settings = openSettings(configFolder)
  const own = new Set<WebContents>()
  let current: BrowserWindow | null = null
  let remembered = Promise.resolve()

  async function openNew(draft: string | null): Promise<void> {
    // Settings that cannot be read are told of by the endpoint, which needs them; a window does not.
    const place = await settings.read().then(
      (known) => known.window,
      () => undefined,
    )
    const screens = screen.getAllDisplays().map(({ workArea }) => workArea)
    const look = { isDark: nativeTheme.shouldUseDarkColors, isPackaged: app.isPackaged }
    const window = new BrowserWindow(
      createWindowOptions({ preload: PRELOAD, icon: getIcon(), ...look, place, screens }),
    )
    const { webContents } = window
    current = window
    own.add(webContents)
    window.on('close', () => (remembered = remember(window)))
    window.on('closed', () => {
      own.delete(webContents)
      current = null
    })
    await showPage(window, draft, place?.isMaximized === true)
  }

  async function remember(window: BrowserWindow): Promise<void> {
    const place = readPlace(window)
    // A place that cannot be written down is no reason to keep a window open.
    await settings.change((known) => ({ ...known, window: place })).catch(() => undefined)
  }

  return {
    async open(draft) {
      if (current === null) return openNew(draft)
      if (current.isMinimized()) current.restore()
      current.focus()
      if (draft !== null) getBridge().tell(current.webContents, 'app.openDraft', { id: draft })
    },
    isOwn: (contents) => own.has(contents),
    tell(event, told) {
      if (current !== null) getBridge().tell(current.webContents, event, told)
    },
    askToLeave: (contents) => askToLeave(contents, translate),
    recover: (contents) => recover(contents, translate),
    settle: () => remembered,
  }
}

function askToLeave(contents: WebContents, translate: Translate): boolean {
  const window = BrowserWindow.fromWebContents(contents)
  const question = {
    type: 'question' as const,
    message: translate('main.leave.ask'),
    detail: translate('main.leave.detail'),
    buttons: [translate('main.leave.stay'), translate('main.leave.close')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  }
  return (
    (window === null ? dialog.showMessageBoxSync(question) : dialog.showMessageBoxSync(window, question)) ===
    1
  )
}

async function recover(contents: WebContents, translate: Translate): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: translate('main.gone.message'),
    detail: translate('main.gone.detail'),
    buttons: [translate('main.gone.reload'), translate('main.gone.quit')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  if (response !== 0) app.quit()
  else if (!contents.isDestroyed()) contents.reload()
}
