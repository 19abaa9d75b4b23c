import { WebSocket } from 'ws'
import type { Connect } from '../../src/renderer/src/transport/event-stream.ts'
import {
  exchangeToken,
  readToken,
  type Fetch,
  type PageStorage,
} from '../../src/renderer/src/transport/session.ts'

/** As much of a browser as our page needs: it sends Origin and the fetch metadata, and keeps cookies and storage. */
export interface TestBrowser {
  readonly page: { readonly fetch: Fetch; readonly connect: Connect; readonly storage: PageStorage }
  /** Opens an address of the host: null when it was let in, else the code of the reason. */
  readonly enter: (url: string) => Promise<string | null>
  readonly getCookie: () => string
  /** Forgets the session, as a closed browser does. */
  readonly forget: () => void
}

/** Opens a browser at a port of this machine. */
export function createTestBrowser(port: number): TestBrowser {
  const origin = `http://127.0.0.1:${port}`
  const stored = new Map<string, string>()
  let cookie = ''
  const describe = () => ({ origin, 'sec-fetch-site': 'same-origin', cookie })
  const fetchLikePage: Fetch = async (path, request) => {
    const headers = { ...(request.headers as Record<string, string>), ...describe() }
    const response = await fetch(origin + path, { ...request, headers })
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
    return response
  }
  const storage: PageStorage = {
    getItem: (name) => stored.get(name) ?? null,
    setItem: (name, value) => void stored.set(name, value),
  }
  const connect: Connect = ({ onOpen, onMessage, onClose }) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/events`, { headers: describe() })
    socket
      .on('open', onOpen)
      .on('message', (data) => onMessage(String(data)))
      .on('close', onClose)
    socket.on('error', () => undefined)
    return { send: (text) => socket.send(text), close: () => socket.terminate() }
  }
  return {
    page: { fetch: fetchLikePage, connect, storage },
    enter: (url) => exchangeToken(readToken(new URL(url).hash) ?? '', storage, fetchLikePage),
    getCookie: () => cookie,
    forget() {
      cookie = ''
      stored.clear()
    },
  }
}
