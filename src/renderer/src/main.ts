import { isRedaksiError } from '../../base/errors.ts'
import { createBridgeClient, type BridgeClient } from '../../bridge/client.ts'
import type { AppContract } from '../../bridge/index.ts'
import { readLocale } from './locale.ts'
import { createOverview, type OverviewFacts } from './overview.ts'
import { connectBrowserSocket } from './transport/browser-socket.ts'
import { createTranslate } from './translate.ts'
import { exchangeToken, readKey, readToken } from './transport/session.ts'
import { createWebTransport } from './transport/web-transport.ts'

/** The page: finds its transport, shows what is there, and shows it anew whenever something has changed. */

const MOST_ROWS = 500

const locale = readLocale()
document.documentElement.lang = locale
await enterAgain()
const transport = createWebTransport({
  fetch: (path, request) => fetch(path, request),
  connect: connectBrowserSocket,
  storage: localStorage,
  random: Math.random,
})
const client = createBridgeClient<AppContract>(transport)
const translate = await createTranslate(locale)
for (const event of ['drafts.changed', 'publish.outboxChanged', 'bridge.missed'] as const)
  client.on(event, () => void show())
client.on('bridge.lost', () => say('bridge.host-lost'))
window.addEventListener('focus', transport.hurry)
await show()

async function show(): Promise<void> {
  try {
    const overview = createOverview(await readFacts(client), translate, locale)
    document.getElementById('app')?.replaceChildren(overview)
  } catch (error) {
    if (!isRedaksiError(error)) throw error
    say(error.code)
  }
}

async function readFacts({ app, house, drafts, publish }: BridgeClient<AppContract>): Promise<OverviewFacts> {
  const [info, profile, list, targets, connection] = await Promise.all([
    app.info(),
    house.read(),
    drafts.list({ limit: MOST_ROWS }),
    publish.targets(),
    publish.connection(),
  ])
  return { info, house: profile, list, targets, connection }
}

/** Says why what is shown may be out of date; the next overview that succeeds takes it away again. */
function say(code: string): void {
  const place = document.getElementById('host') ?? document.getElementById('app')
  if (place !== null) place.textContent = translate(code)
}

/** Takes a token out of the address; it is only needed where the browser has forgotten the page's key. */
async function enterAgain(): Promise<void> {
  const token = readToken(location.hash)
  if (token === null) return
  history.replaceState(null, '', location.pathname + location.search)
  if (readKey(localStorage) === '')
    await exchangeToken(token, localStorage, (path, request) => fetch(path, request))
}
