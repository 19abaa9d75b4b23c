/** One state of a story: its number, and the digest of its text (SHA-256 of its canonical JSON). */
export interface ChainLink {
  readonly revision: number
  readonly story: string
}

/** The kept states of a story in one library, oldest first; the last one is how it is now. */
export type Chain = readonly ChainLink[]

/**
 * How the story in a file stands to the one here. `new`: there is none here. `same`: both are the same to the letter.
 * `ahead`: it goes on from what is here. `behind`: what is here goes on from it. `apart`: both were changed.
 */
export const HANDOVER_CASES = ['new', 'same', 'ahead', 'behind', 'apart'] as const
export type HandoverCase = (typeof HANDOVER_CASES)[number]

/**
 * Tells the case of two chains. A state is found in the other's past by number and text together, and where that does not
 * tell, by its text alone: a state that came from a colleague may have another number here. Where each is found in the
 * other's past, or neither is, both were changed: a person decides.
 */
export function findHandoverCase(mine: Chain, theirs: Chain): HandoverCase {
  const [here, there] = [mine.at(-1), theirs.at(-1)]
  if (here === undefined || there === undefined) return 'new'
  if (here.story === there.story) return 'same'
  for (const isSame of [isSameLink, isSameText]) {
    const isInTheirs = theirs.some((link) => isSame(link, here))
    const isInMine = mine.some((link) => isSame(link, there))
    if (isInTheirs !== isInMine) return isInTheirs ? 'ahead' : 'behind'
  }
  return 'apart'
}

/** The newest of my states that theirs goes on from, by my number; null when none is known. */
export function findCommonRevision(mine: Chain, theirs: Chain): number | null {
  return mine.findLast((link) => theirs.some((other) => isSameText(link, other)))?.revision ?? null
}

/**
 * The numbers that their states get here: a state that is here already keeps mine, any other gets its own number, or the
 * next free one above all of mine, in their order. Their newest state always stands above all of mine.
 */
export function placeRevisions(mine: Chain, theirs: Chain): ReadonlyMap<number, number> {
  const placed = new Map<number, number>()
  let highest = Math.max(0, ...mine.map(({ revision }) => revision))
  for (const [i, link] of theirs.entries()) {
    const known =
      mine.find((each) => isSameLink(each, link)) ?? mine.findLast((each) => isSameText(each, link))
    if (known !== undefined && i < theirs.length - 1) {
      placed.set(link.revision, known.revision)
      continue
    }
    highest = Math.max(highest + 1, link.revision)
    placed.set(link.revision, highest)
  }
  return placed
}

function isSameLink(a: ChainLink, b: ChainLink): boolean {
  return a.revision === b.revision && a.story === b.story
}

function isSameText(a: ChainLink, b: ChainLink): boolean {
  return a.story === b.story
}
