import { findRising } from './rising.ts'

/** Two stretches that are to be compared with each other. */
export interface Segment {
  readonly before: string[]
  readonly after: string[]
}

/** Pieces that are compared as a whole: more of them are cut first. */
const SHORT = 400
/** Pieces in a row that, standing once in each text, tell that it is the same place in both: some five words. */
const ANCHOR = 9

/**
 * Cuts two long texts at the places that are surely the same in both, so that each stretch in between can be compared by
 * itself: comparing costs the square of what differs. The stretches joined are the texts. It goes in steps.
 */
export function* cutAtAnchors(before: string[], after: string[]): Generator<undefined, readonly Segment[]> {
  if (before.length + after.length <= SHORT) return [{ before, after }]
  const numbers = new Map<string, number>()
  const left = findSinglePlaces(before, numbers)
  yield
  const right = findSinglePlaces(after, numbers)
  yield
  return cut(before, after, pairPlaces(before, after, left, right))
}

interface PlacePair {
  readonly left: number
  readonly right: number
}

/** The places of the rows that stand once in each text, in the order of both. */
function pairPlaces(
  before: readonly string[],
  after: readonly string[],
  left: ReadonlyMap<number, number>,
  right: ReadonlyMap<number, number>,
): readonly PlacePair[] {
  const pairs = [...right].flatMap(([row, place]) => {
    const found = left.get(row)
    // Two rows may have the same number by chance.
    return found === undefined || !isSameRow(before, after, found, place)
      ? []
      : [{ left: found, right: place }]
  })
  pairs.sort((a, b) => a.right - b.right)
  const rising = findRising(pairs.map((pair) => pair.left))
  return pairs.filter((_, i) => rising.has(i))
}

function cut(before: string[], after: string[], anchors: readonly PlacePair[]): readonly Segment[] {
  const segments: Segment[] = []
  let [from, to] = [0, 0]
  anchors.forEach(({ left, right }, i) => {
    const last = anchors[i - 1]
    // Rows that overlap are one long row: it is cut where it begins.
    if (last !== undefined && left === last.left + 1 && right === last.right + 1) return
    segments.push({ before: before.slice(from, left), after: after.slice(to, right) })
    from = left
    to = right
  })
  return [...segments, { before: before.slice(from), after: after.slice(to) }]
}

function isSameRow(
  before: readonly string[],
  after: readonly string[],
  left: number,
  right: number,
): boolean {
  for (let i = 0; i < ANCHOR; i += 1) if (before[left + i] !== after[right + i]) return false
  return true
}

/** Where each row of pieces stands that stands only once. Rows have numbers: `numbers` gives those of the pieces. */
function findSinglePlaces(
  pieces: readonly string[],
  numbers: Map<string, number>,
): ReadonlyMap<number, number> {
  const known = pieces.map((piece) => {
    const number = numbers.get(piece) ?? numbers.size + 1
    numbers.set(piece, number)
    return number
  })
  const places = new Map<number, number>()
  const repeated = new Set<number>()
  for (let at = 0; at + ANCHOR <= known.length; at += 1) {
    let row = 0
    for (let i = 0; i < ANCHOR; i += 1) row = (Math.imul(row, 31) + (known[at + i] ?? 0)) | 0
    if (places.has(row)) repeated.add(row)
    else places.set(row, at)
  }
  for (const row of repeated) places.delete(row)
  return places
}
