import bridgeEn from '../../../resources/locales/en/bridge.json'
import webEn from '../../../resources/locales/en/web.json'
import bridgeId from '../../../resources/locales/id/bridge.json'
import webId from '../../../resources/locales/id/web.json'
import { readLocale } from './locale.ts'
import { exchangeToken, readToken } from './transport/session.ts'

/**
 * The door: what a browser without a session is shown. It takes the token out of the address and exchanges it; without
 * one, or when it is not taken, it says in both languages what to do.
 */

const TEXTS: Readonly<Record<'id' | 'en', Readonly<Record<string, string>>>> = {
  id: { ...bridgeId, ...webId },
  en: { ...bridgeEn, ...webEn },
}

const token = readToken(location.hash)
const reason = token === null ? 'web.no-session' : await enter(token)
if (reason === null) location.replace(location.pathname + location.search)
else showReason(reason)

async function enter(taken: string): Promise<string | null> {
  // Out of the address, so that it is in no history, bookmark or picture of the screen.
  history.replaceState(null, '', location.pathname + location.search)
  return exchangeToken(taken, localStorage, (path, request) => fetch(path, request))
}

/** The reader's language stands first. */
function showReason(code: string): void {
  const first = readLocale()
  const locales = first === 'id' ? (['id', 'en'] as const) : (['en', 'id'] as const)
  for (const locale of locales) {
    const words = document.createElement('p')
    words.lang = locale
    words.textContent = TEXTS[locale][code] ?? code
    document.getElementById('door')?.append(words)
  }
}
