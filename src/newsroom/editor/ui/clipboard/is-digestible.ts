/** Elements without an end, and those whose end nobody needs to write: however many are open, they are not in each other. */
const NEVER_OPEN = new Set(
  'area base br col embed hr img input link meta param source track wbr p li td th tr tbody thead tfoot colgroup dt dd option optgroup rt rp'.split(
    ' ',
  ),
)
const TAG = /<(\/?)([a-z][a-z0-9:-]*)/gi
/** No program writes elements so deep in each other. */
const DEEPEST = 500
/** What is open is opened anew in each paragraph: more than this is a page that was made to choke on. */
const MOST_MADE = 5_000_000

/**
 * Whether a page can be read in good time. A browser’s own parser takes time with the square of how deep elements are in
 * each other, minutes for megabytes of them; this looks at each tag once.
 */
export function isDigestible(html: string): boolean {
  let [open, deepest, count] = [0, 0, 0]
  for (const [, end, name = ''] of html.matchAll(TAG)) {
    count += 1
    if (NEVER_OPEN.has(name.toLowerCase())) continue
    open = Math.max(0, open + (end === '' ? 1 : -1))
    deepest = Math.max(deepest, open)
    if (deepest > DEEPEST) return false
  }
  return deepest * count <= MOST_MADE
}
