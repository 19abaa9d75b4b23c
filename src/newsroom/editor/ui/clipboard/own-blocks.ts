import type { RangeSelection } from 'lexical'
import { sliceRuns } from '../../../formats/index.ts'
import { getBlockText, type Block } from '../../../story/index.ts'
import { $getBlocks, $readBlock, type UnnamedBlock } from '../lexical/blocks.ts'
import { $locatePoint } from '../lexical/point-place.ts'

/** The clipboard's form for what is copied from a story into a story: its blocks, as a story holds them. */
export const OWN_BLOCKS_TYPE = 'application/x-redaksi-blocks'

/** A block on the way through the clipboard. It has its id when all of it was taken along. */
export type CopiedBlock = UnnamedBlock & { readonly id?: Block['id'] }

/** Writes what is selected. */
export function $writeOwnBlocks(selection: RangeSelection): string {
  const pieces = $sliceBlocks(selection)
  return JSON.stringify({ whole: pieces.map(({ whole }) => whole), blocks: pieces.map(({ block }) => block) })
}

function $sliceBlocks(selection: RangeSelection): readonly { block: Block; whole: boolean }[] {
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus]
  const [first, last] = [$locatePoint(start, false), $locatePoint(end, true)]
  const blocks = $getBlocks()
  const between = blocks.slice(
    blocks.findIndex((each) => each.is(first.block)),
    blocks.findLastIndex((each) => each.is(last.block)) + 1,
  )
  return between.map((element) => {
    const block = $readBlock(element)
    const from = element.is(first.block) ? first.offset : 0
    const to = element.is(last.block) ? last.offset : Infinity
    return cutBlock(block, from, to)
  })
}

/** A caption that is not taken whole leaves its picture behind. */
function cutBlock(block: Block, from: number, to: number): { block: Block; whole: boolean } {
  const whole = from === 0 && to >= getBlockText(block).length
  const runs = sliceRuns(block.runs, from, to)
  if (block.kind === 'photo' && !whole) return { block: { id: block.id, kind: 'paragraph', runs }, whole }
  return { block: { ...block, runs }, whole }
}
