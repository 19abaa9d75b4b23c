import type { FoundText, SearchedText, TextPlace } from './find-text.ts'

/** A text put in the place of another. Offsets are UTF-16 units of the text that is changed. */
export interface TextChange {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** One replacement in the story: what stands there, and what is to. */
export interface Replacement extends TextChange {
  readonly at: TextPlace
  readonly before: string
}

/** A replacement as a person reads it: a few words around it. */
export interface PreviewLine {
  readonly lead: string
  readonly before: string
  readonly after: string
  readonly trail: string
}

/** Characters shown on either side of a replacement. */
const AROUND = 48

/** Says for each find what is to take its place. In a pattern’s replacement `$1`, `$<name>`, `$&` and `\n` have their meaning. */
export function planReplacements(
  texts: readonly SearchedText[],
  found: readonly FoundText[],
  replacement: string,
  isPattern: boolean,
): readonly Replacement[] {
  const known = new Map(texts.map(({ at, text }) => [at, text]))
  return found.map((each) => {
    const { at, start, end } = each
    const filled = isPattern ? fillReplacement(replacement, each) : replacement
    // A headline is one line.
    const text = at === 'headline' ? filled.replaceAll('\n', ' ') : filled
    return { at, start, end, text, before: (known.get(at) ?? '').slice(start, end) }
  })
}

/** Changes a text. Changes come in their order and do not overlap. */
export function changeText(text: string, changes: readonly TextChange[]): string {
  let [changed, at] = ['', 0]
  for (const { start, end, text: put } of changes) {
    changed += text.slice(at, start) + put
    at = end
  }
  return changed + text.slice(at)
}

/** Shows a replacement with the words around it, on one line. */
export function createPreviewLine(text: string, { start, end, text: put }: TextChange): PreviewLine {
  const [from, to] = [Math.max(0, start - AROUND), Math.min(text.length, end + AROUND)]
  const lead = text.slice(from, start)
  const trail = text.slice(end, to)
  return {
    lead: showBreaks(from === 0 ? lead : `…${cutHead(lead)}`),
    before: showBreaks(text.slice(start, end)),
    after: showBreaks(put),
    trail: showBreaks(to === text.length ? trail : `${cutTail(trail)}…`),
  }
}

const GROUP = /\$(?:(\$)|(&)|([1-9][0-9]?)|<([^>]*)>)|\\([n\\])/g

function fillReplacement(replacement: string, { groups, named }: FoundText): string {
  return replacement.replace(GROUP, (whole, dollar, all, number, name, escaped) => {
    if (dollar !== undefined) return '$'
    if (all !== undefined) return groups[0] ?? ''
    if (escaped !== undefined) return escaped === 'n' ? '\n' : '\\'
    if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? '') : whole
    return Number(number) < groups.length ? (groups[Number(number)] ?? '') : whole
  })
}

/** Not to begin within a word. */
function cutHead(text: string): string {
  const blank = text.indexOf(' ')
  return blank < 0 ? text : text.slice(blank + 1)
}

function cutTail(text: string): string {
  const blank = text.lastIndexOf(' ')
  return blank < 0 ? text : text.slice(0, blank)
}

function showBreaks(text: string): string {
  return text.replaceAll('\n', ' ⏎ ')
}
