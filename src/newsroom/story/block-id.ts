import { createRandomWord, type RandomBytes } from '../../base/ids.ts'

/**
 * A block's name for life: `b` and twelve of 0-9a-z. Thirteen letters, the first a letter,
 * so that with a prefix it fits a Word bookmark's name (at most 40, ECMA-376 17.13.6.2).
 */
export type BlockId = string & { readonly __brand: 'BlockId' }

const BLOCK_ID = /^b[0-9a-z]{12}$/

/** Makes a new block id. */
export function createBlockId(random: RandomBytes): BlockId {
  return `b${createRandomWord(12, random)}` as BlockId
}

/** Whether a text is a well-formed block id. */
export function isBlockId(text: string): text is BlockId {
  return BLOCK_ID.test(text)
}

/** Reads a block id; a malformed one throws a TypeError. */
export function parseBlockId(text: string): BlockId {
  if (!isBlockId(text)) throw new TypeError(`not a block id: ${JSON.stringify(text)}`)
  return text
}
