import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron'
import type { WindowPlace } from '../backend/index.ts'
import { PAGE_ADDRESS } from './own-address.ts'
import { fitPlace, SMALLEST } from './window-place.ts'

/** The desk's own colour (`--desk` of the tokens), so that a window is never white in the dark. */
const DESK_COLOURS = { light: '#f6f6f4', dark: '#151518' } as const

export interface WindowOptions {
  readonly preload: string
  readonly icon: string
  readonly isDark: boolean
  /** Only a checkout has the developer's tools. */
  readonly isPackaged: boolean
  readonly place: WindowPlace | undefined
  readonly screens: readonly Rectangle[]
}

/** How every window is made. There is no other place that makes one. */
export function createWindowOptions(options: WindowOptions): BrowserWindowConstructorOptions {
  const { preload, icon, isDark, isPackaged, place, screens } = options
  return {
    ...fitPlace(place, screens),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Redaksi',
    icon,
    backgroundColor: isDark ? DESK_COLOURS.dark : DESK_COLOURS.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Our own checks know the house's words; the system's would send every word away.
      spellcheck: false,
      devTools: !isPackaged,
    },
  }
}

/** Shows the page in a window, with a draft open when one is meant, as soon as there is something to see. */
export async function showPage(
  window: BrowserWindow,
  draft: string | null,
  isMaximized: boolean,
): Promise<void> {
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize()
    window.show()
  })
  await window.loadURL(draft === null ? PAGE_ADDRESS : `${PAGE_ADDRESS}#${draft}`)
}

/** Where a window is, to be remembered. */
export function readPlace(window: Pick<BrowserWindow, 'getNormalBounds' | 'isMaximized'>): WindowPlace {
  const { x, y, width, height } = window.getNormalBounds()
  return { x, y, width, height, isMaximized: window.isMaximized() }
}
