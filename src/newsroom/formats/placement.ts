import type { Block } from '../story/index.ts'

/**
 * The block that the dateline opens: the first that is not a photo, since a caption is not the lede. -1 when there is
 * none; the dateline then stands alone.
 */
export function findLedeIndex(blocks: readonly Pick<Block, 'kind'>[]): number {
  return blocks.findIndex((block) => block.kind !== 'photo')
}

/** The block whose text the credit line closes, unless it is a block of its own: the last that is not a photo, or -1. */
export function findClosingIndex(blocks: readonly Pick<Block, 'kind'>[]): number {
  return blocks.findLastIndex((block) => block.kind !== 'photo')
}
