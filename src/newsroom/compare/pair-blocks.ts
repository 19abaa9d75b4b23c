import { getBlockText, type Block } from '../story/index.ts'

/** Blocks that are one block in two states of a story, by their places in each. */
export interface BlockPair {
  readonly before: number
  readonly after: number
}

/** Words that two blocks must have in common, as a part of all their words, to be taken for one. */
const LIKENESS = 0.5
/** A word that stands in more blocks than this says nothing about which one it is. */
const COMMON = 40

/**
 * Finds the blocks of one story in another: by their ids first, then those with the same text, then those that are most
 * alike in their words. A photo is known by its picture. Each block is in one pair at most; the order is that of `after`.
 */
export function pairBlocks(before: readonly Block[], after: readonly Block[]): readonly BlockPair[] {
  const pairs: BlockPair[] = []
  const [left, right] = [new Set(before.keys()), new Set(after.keys())]
  const take = (pair: BlockPair) => {
    if (!left.has(pair.before) || !right.has(pair.after)) return
    left.delete(pair.before)
    right.delete(pair.after)
    pairs.push(pair)
  }
  pairByName(before, after, (block) => block.id).forEach(take)
  const free = <T>(blocks: readonly T[], places: ReadonlySet<number>) =>
    blocks.map((block, i) => (places.has(i) ? block : null))
  pairByName(free(before, left), free(after, right), nameByContent).forEach(take)
  findAlike(free(before, left), free(after, right)).forEach(take)
  return pairs.sort((a, b) => a.after - b.after)
}

/** Pairs what has the same name, the first with the first. */
function pairByName(
  before: readonly (Block | null)[],
  after: readonly (Block | null)[],
  getName: (block: Block) => string | null,
): readonly BlockPair[] {
  const places = new Map<string, number[]>()
  before.forEach((block, i) => {
    const name = block === null ? null : getName(block)
    if (name !== null) note(places, name, i)
  })
  return after.flatMap((block, i) => {
    const name = block === null ? null : getName(block)
    const found = name === null ? undefined : places.get(name)?.shift()
    return found === undefined ? [] : [{ before: found, after: i }]
  })
}

function nameByContent(block: Block): string | null {
  if (block.kind === 'photo') return `photo ${block.photo}`
  const text = getBlockText(block)
  return text === '' ? null : `text ${text}`
}

/** Pairs of blocks that are alike enough, the most alike first. Blocks without a word in common are never looked at. */
function findAlike(
  before: readonly (Block | null)[],
  after: readonly (Block | null)[],
): readonly BlockPair[] {
  const [left, right] = [before, after].map((blocks) => blocks.map(listWords)) as [Words[], Words[]]
  const places = new Map<string, number[]>()
  left.forEach((words, i) => {
    for (const word of words) note(places, word, i)
  })
  const candidates = right.flatMap((words, i) => {
    const shared = new Map<number, number>()
    for (const word of words) {
      const found = places.get(word) ?? []
      if (found.length <= COMMON) for (const place of found) shared.set(place, (shared.get(place) ?? 0) + 1)
    }
    return [...shared].map(([place, count]) => {
      const all = words.size + (left[place]?.size ?? 0)
      return { before: place, after: i, likeness: (2 * count) / all }
    })
  })
  return candidates.filter(({ likeness }) => likeness >= LIKENESS).sort((a, b) => b.likeness - a.likeness)
}

function note(places: Map<string, number[]>, name: string, place: number): void {
  const known = places.get(name)
  if (known === undefined) places.set(name, [place])
  else known.push(place)
}

type Words = ReadonlySet<string>

function listWords(block: Block | null): Words {
  if (block === null || block.kind === 'photo') return new Set()
  return new Set(
    getBlockText(block)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [],
  )
}
