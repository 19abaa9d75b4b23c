import { getBlockText, type Block, type Story } from '../story/index.ts'

/** How many words of a text another one has not, and the reverse. */
export interface WordChange {
  readonly gained: number
  readonly lost: number
}

/**
 * How many words a story has gained and lost on the way from one state to another, in its blocks, whatever their order: a
 * word that was moved is neither. Blocks that did not change cost next to nothing, so that it can be told of many.
 */
export function countWordChange(before: Pick<Story, 'blocks'>, after: Pick<Story, 'blocks'>): WordChange {
  const texts = new Map(before.blocks.map((block): [Block['id'], string] => [block.id, getBlockText(block)]))
  const balance = new Map<string, number>()
  for (const block of after.blocks) {
    const text = getBlockText(block)
    if (texts.get(block.id) === text) texts.delete(block.id)
    else countInto(balance, text, 1)
  }
  for (const text of texts.values()) countInto(balance, text, -1)
  let [gained, lost] = [0, 0]
  for (const count of balance.values()) {
    if (count > 0) gained += count
    else lost -= count
  }
  return { gained, lost }
}

function countInto(balance: Map<string, number>, text: string, by: number): void {
  for (const word of text.split(/\s+/u)) {
    if (/[\p{L}\p{N}]/u.test(word)) balance.set(word, (balance.get(word) ?? 0) + by)
  }
}
