import { cleanLink } from '../story/index.ts'

/** Addresses that say more than where they lead: who shared them, and in which mail. */

/** What sharing buttons, mail programs and advertisements add to an address to follow it. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_[ce]id|_hsenc|_hsmi|mkt_tok|vero_id|oly_\w+|s_cid|ref_src|ref_url|__cft__(?:\[\d+\])?|__tn__|spm)$/i

/** Guards and counters that a link leads through, and the parameter that says where it leads. */
const DETOURS: readonly (readonly [host: RegExp, path: RegExp, parameter: string])[] = [
  [/\.safelinks\.protection\.outlook\.com$/, /^\/$/, 'url'],
  [/^(?:www\.)?google\.[a-z.]+$/, /^\/url$/, 'q'],
  [/^lm?\.facebook\.com$/, /^\/l\.php$/, 'u'],
  [/^l\.instagram\.com$/, /^\/$/, 'u'],
]

/** Cleans a link that is pasted, and takes it past the guard or counter that it leads through. Null when it is none. */
export function unwrapLink(text: string): string | null {
  const link = cleanLink(text)
  if (link === null) return null
  const { before, parameters } = splitQuery(link)
  const [, host = '', path = ''] = /^https?:\/\/([^/]+)(.*)$/.exec(before) ?? []
  const detour = DETOURS.find(([hosts, paths]) => hosts.test(host) && paths.test(path))
  const meant = parameters.find((each) => nameOf(each) === detour?.[2])
  const leads = meant === undefined ? null : cleanLink(decode(meant.slice(meant.indexOf('=') + 1)))
  return leads ?? link
}

/** The parameters of an address that follow whoever opens it. */
export function listTracking(link: string): readonly string[] {
  return link.startsWith('http')
    ? splitQuery(link)
        .parameters.map(nameOf)
        .filter((name) => TRACKING.test(name))
    : []
}

/** An address without them; the rest of it stays to the character. */
export function dropTracking(link: string): string {
  const { before, parameters, after } = splitQuery(link)
  const kept = parameters.filter((each) => !TRACKING.test(nameOf(each)))
  return before + (kept.length > 0 ? `?${kept.join('&')}` : '') + after
}

function splitQuery(link: string): { before: string; parameters: readonly string[]; after: string } {
  const [, before = link, query, after = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(link) ?? []
  return { before, parameters: query === undefined || query === '' ? [] : query.split('&'), after }
}

function nameOf(parameter: string): string {
  return decode(parameter.split('=')[0] ?? '')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
