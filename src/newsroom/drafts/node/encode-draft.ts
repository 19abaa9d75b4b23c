import { encodeJson } from '../../../base/node/json-file.ts'
import { sealBytes } from '../../../base/node/seal.ts'
import type { Block } from '../../story/index.ts'
import type { Draft } from '../draft.ts'

/** Where a draft's blocks stand in its indented JSON, when there are none. No text can hold this: its line breaks are `\n`. */
const NO_BLOCKS = Buffer.from('\n    "blocks": []')
const OPEN = Buffer.from('\n    "blocks": [\n      ')
const COMMA = Buffer.from(',\n      ')
const CLOSE = Buffer.from('\n    ]')

/** The bytes of each block as it stands in a draft. They live as long as the block, which a save hands on unless it changed. */
const encoded = new WeakMap<Block, Uint8Array>()

/**
 * The bytes of a draft's file, sealed: the very bytes of `encodeSealed`, but of a long story only the blocks that changed
 * are turned into text.
 */
export function encodeDraft(draft: Draft): Uint8Array {
  const { blocks } = draft.story
  const frame = Buffer.from(encodeJson({ ...draft, story: { ...draft.story, blocks: [] } }))
  const at = frame.indexOf(NO_BLOCKS)
  if (blocks.length === 0 || at < 0) return sealBytes(encodeJson(draft))
  const pieces: Uint8Array[] = [frame.subarray(0, at)]
  for (const [i, block] of blocks.entries()) pieces.push(i === 0 ? OPEN : COMMA, encodeBlock(block))
  pieces.push(CLOSE, frame.subarray(at + NO_BLOCKS.length))
  return sealBytes(Buffer.concat(pieces))
}

function encodeBlock(block: Block): Uint8Array {
  const known = encoded.get(block)
  if (known !== undefined) return known
  const bytes = Buffer.from(JSON.stringify(block, null, 2).replaceAll('\n', '\n      '))
  encoded.set(block, bytes)
  return bytes
}
