import { hasOuterBlank, splitPattern } from './pattern.ts'
import type { Dateline } from './story.ts'

/** A dateline is looked for in this many characters of a text: longer ones are prose. */
const REACH = 200
const SITE =
  /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)*\.\p{L}{2,}$/u

/** Prints a dateline by the house's pattern, `{place}, {site} - `, its last blank included. */
export function formatDateline(dateline: Dateline, pattern: string): string {
  const [before, between, after] = readPattern(pattern)
  return `${before}${dateline.place}${between}${dateline.site}${after}`
}

/**
 * Reads the dateline that a text begins with. `length` is what it takes of the text, so that
 * `text.slice(0, length)` is what `formatDateline` prints of it. Returns null when the text begins otherwise.
 */
export function parseDateline(text: string, pattern: string): { dateline: Dateline; length: number } | null {
  const [before, between, after] = readPattern(pattern)
  if (!text.startsWith(before)) return null
  const reach = text.slice(0, REACH)
  for (let end = reach.indexOf(after, before.length); end >= 0; end = reach.indexOf(after, end + 1)) {
    const dateline = parsePlaceAndSite(reach.slice(before.length, end), between)
    if (dateline !== null) return { dateline, length: end + after.length }
  }
  return null
}

/** Whether a dateline can be printed and read back as it is: what a form must refuse otherwise. */
export function isDatelineValid(dateline: Dateline, pattern: string): boolean {
  const text = formatDateline(dateline, pattern)
  const back = parseDateline(text, pattern)
  return (
    back?.length === text.length &&
    back.dateline.place === dateline.place &&
    back.dateline.site === dateline.site
  )
}

function readPattern(pattern: string): readonly [string, string, string] {
  const [before = '', between = '', after = ''] = splitPattern(pattern, ['{place}', '{site}'])
  return [before, between, after]
}

function parsePlaceAndSite(text: string, between: string): Dateline | null {
  const at = text.lastIndexOf(between)
  if (at < 0) return null
  const place = text.slice(0, at)
  const site = text.slice(at + between.length)
  return isPlace(place) && SITE.test(site) ? { place, site } : null
}

function isPlace(text: string): boolean {
  return /^\p{L}/u.test(text) && !/[\r\n]/.test(text) && !hasOuterBlank(text)
}
