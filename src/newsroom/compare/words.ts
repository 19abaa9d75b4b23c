import { diffArrays } from 'diff'
import { cutAtAnchors } from './anchors.ts'

/** A stretch that differs between two texts, by offsets in UTF-16 units; either side may be empty, never both. */
export interface Edit {
  readonly before: { readonly start: number; readonly end: number }
  readonly after: { readonly start: number; readonly end: number }
}

/** A stretch of two texts laid over each other. `edit` is the place in the list of edits that it belongs to. */
export type TextPart =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'added' | 'removed'; readonly text: string; readonly edit: number }

/** Differences beyond which two texts have so little in common that one stands for the other as a whole. */
const MOST_EDITS = 400

/** What one text must have changed to become another, word by word, in reading order. */
export function compareWords(before: string, after: string): readonly Edit[] {
  return finish(compareWordsInSteps(before, after))
}

/** The same in steps, each a few milliseconds long whatever the texts are: between two of them others may work. */
export function* compareWordsInSteps(before: string, after: string): Generator<undefined, readonly Edit[]> {
  if (before === after) return []
  const left = splitWords(before)
  const right = splitWords(after)
  const edits: Edit[] = []
  let [from, to] = [0, 0]
  for (const segment of yield* cutAtAnchors(left, right)) {
    const found = comparePieces(segment.before, segment.after)
    edits.push(...found.map((edit) => ({ before: shift(edit.before, from), after: shift(edit.after, to) })))
    from += measure(segment.before)
    to += measure(segment.after)
    if (found.length > 0) yield
  }
  return joinOverBlanks(edits, before)
}

/** Runs what goes in steps in one go. */
export function finish<Result>(steps: Generator<undefined, Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** Two texts laid over each other, as their edits say: what stayed, and of each edit what went before what came. */
export function listParts(before: string, after: string, edits: readonly Edit[]): readonly TextPart[] {
  const parts: TextPart[] = []
  let at = 0
  const add = (part: TextPart) => void (part.text === '' || parts.push(part))
  edits.forEach((each, edit) => {
    add({ kind: 'same', text: after.slice(at, each.after.start) })
    add({ kind: 'removed', text: before.slice(each.before.start, each.before.end), edit })
    add({ kind: 'added', text: after.slice(each.after.start, each.after.end), edit })
    at = each.after.end
  })
  add({ kind: 'same', text: after.slice(at) })
  return parts
}

function splitWords(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^]/gu) ?? []
}

function shift({ start, end }: Edit['before'], by: number): Edit['before'] {
  return { start: start + by, end: end + by }
}

/** The edits between two texts that are cut into pieces. */
function comparePieces(before: string[], after: string[]): readonly Edit[] {
  const changes = diffArrays(before, after, { maxEditLength: MOST_EDITS })
  if (changes === undefined) return compareEnds(before, after)
  const edits: Edit[] = []
  let [left, right] = [0, 0]
  let open: { left: number; right: number } | null = null
  const close = () => {
    if (open !== null)
      edits.push({ before: { start: open.left, end: left }, after: { start: open.right, end: right } })
    open = null
  }
  for (const { value, added, removed } of changes) {
    const length = measure(value)
    if (!added && !removed) close()
    else open ??= { left, right }
    if (!added) left += length
    if (!removed) right += length
  }
  close()
  return edits
}

/** One edit for texts that have little in common: all but what they begin and end with alike. */
function compareEnds(before: readonly string[], after: readonly string[]): readonly Edit[] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  const range = (pieces: readonly string[]) => {
    const start = measure(pieces.slice(0, head))
    return { start, end: start + measure(pieces.slice(head, pieces.length - tail)) }
  }
  const edit = { before: range(before), after: range(after) }
  return edit.before.start === edit.before.end && edit.after.start === edit.after.end ? [] : [edit]
}

/** Edits with nothing but blanks between them read as one. */
function joinOverBlanks(edits: readonly Edit[], before: string): readonly Edit[] {
  const joined: Edit[] = []
  for (const edit of edits) {
    const last = joined.at(-1)
    if (last !== undefined && /^\s*$/u.test(before.slice(last.before.end, edit.before.start))) {
      joined[joined.length - 1] = {
        before: { start: last.before.start, end: edit.before.end },
        after: { start: last.after.start, end: edit.after.end },
      }
    } else joined.push(edit)
  }
  return joined
}

function measure(pieces: readonly string[]): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0)
}
