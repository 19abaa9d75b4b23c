import { createBridgeClient } from '../../bridge/client.ts'
import type { AppClient, AppContract } from '../../bridge/index.ts'
import { readKept } from '../../newsroom/drafts/ui/index.ts'
import { applyTheme } from './appearance.ts'
import { loadTexts } from './load-texts.ts'
import { readLocale } from './locale.ts'
import { readSelected } from './read-selected.ts'
import { openTransport } from './transport/open-transport.ts'
import { applyZoom, readZoom } from './view/zoom.ts'

/**
 * What a page asks for first. This part is small and the first to run: while the browser still reads the rest of the
 * page, the answers are on their way.
 */

// zod's faster parsers are made by evaluating text, which the page's policy refuses: they are off before zod is there.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

export const locale = readLocale()
document.documentElement.lang = locale
applyTheme()
applyZoom(readZoom())

export const translation = loadTexts(locale)
export const transport = openTransport()
export const client = transport.then((way): AppClient => createBridgeClient<AppContract>(way))

/** Where this is, the house, and the draft that the address names; without one, or where it cannot be read, null. */
export const answers = client.then((host) =>
  Promise.all([host.app.info(), host.house.read(), readNamed(host, readSelected())]),
)
// Whoever awaits it says what went wrong; until then nobody has to.
answers.catch(() => undefined)

/** What the browser has kept of that draft, as it lies there. A store that does not answer has nothing. */
export const kept = answers
  .then(([{ library }, , opened]) => (opened === null ? null : readKept(library, opened.draft.id)))
  .catch(() => null)

async function readNamed(host: AppClient, id: string | null) {
  if (id === null) return null
  // It is asked for again where it is to be shown, and there the reason is said.
  return host.drafts.read({ id }).catch(() => null)
}
