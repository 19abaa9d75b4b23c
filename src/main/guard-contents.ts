import type { WebContents } from 'electron'
import { isOwnAddress } from './own-address.ts'

export interface ContentsGuard {
  /** Hears an address that a link of the page leads to, which is never opened in a window of ours. */
  readonly onLink: (address: string) => void
  /** Asks whether to leave a page that has something unsaved. */
  readonly askToLeave: (contents: WebContents) => boolean
  /** Hears that a page's process has died. */
  readonly onGone: (contents: WebContents) => void
}

/** Keeps a page in its place: it goes nowhere, opens nothing, embeds nothing. */
export function guardContents(contents: WebContents, { onLink, askToLeave, onGone }: ContentsGuard): void {
  contents.setWindowOpenHandler(({ url }) => {
    onLink(url)
    return { action: 'deny' }
  })
  contents.on('will-frame-navigate', (event) => {
    // The page may load itself anew, in another language for example.
    if (event.isMainFrame && isOwnAddress(event.url)) return
    event.preventDefault()
    if (event.isMainFrame) onLink(event.url)
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-prevent-unload', (event) => {
    // Prevented, the page's wish to stay is passed over.
    if (askToLeave(contents)) event.preventDefault()
  })
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') onGone(contents)
  })
}
