import { afterPaint } from '../../../base/ui/after-paint.ts'
import type { Transport } from '../../../bridge/client.ts'
import { connectBrowserSocket } from './browser-socket.ts'
import { createElectronTransport } from './electron-transport.ts'
import { exchangeToken, readKey, readToken } from './session.ts'
import { createWebTransport } from './web-transport.ts'

/** A transport with the way for bytes. */
export interface PageTransport extends Transport {
  /** Puts bytes under their SHA-256; resolves to an envelope when they are on the disk. */
  readonly putBlob: (sha256: string, bytes: Blob) => Promise<unknown>
}

/** Opens the way to the host: the desktop's when a window of it shows this page, else the loopback web host. */
export async function openTransport(): Promise<PageTransport> {
  const desktop = createElectronTransport(window)
  if (desktop !== null) return desktop
  await enterAgain()
  const transport = createWebTransport({
    fetch: (path, request) => fetch(path, request),
    connect: connectBrowserSocket,
    storage: localStorage,
    random: Math.random,
    putOff: (task) => void afterPaint(task),
  })
  window.addEventListener('focus', transport.hurry)
  window.addEventListener('hashchange', (event) => void enterNewRun(event, transport.hurry))
  return transport
}

/** Takes a token out of the address; it is only needed where the browser has forgotten the page's key. */
async function enterAgain(): Promise<void> {
  const token = readToken(location.hash)
  if (token === null) return
  history.replaceState(null, '', location.pathname + location.search)
  if (readKey(localStorage) === '') {
    await exchangeToken(token, localStorage, (path, request) => fetch(path, request))
  }
}

/**
 * The address of a host that was started again, put into this very tab, is no new page to the browser: the text stays on
 * the screen, the new token is exchanged, and what is unsaved is saved.
 */
async function enterNewRun({ oldURL }: HashChangeEvent, hurry: () => void): Promise<void> {
  const token = readToken(location.hash)
  if (token === null) return
  history.replaceState(null, '', oldURL)
  await exchangeToken(token, localStorage, (path, request) => fetch(path, request))
  hurry()
}
