import * as z from 'zod/mini'
import { parseStory, STORY_SCHEMA, type Block } from '../../../story/index.ts'
import type { CopiedBlock } from './own-blocks.ts'

const payload = z.strictObject({ whole: z.array(z.boolean()), blocks: z.array(z.unknown()) })

/** Reads copied blocks. Any page can put this type on the clipboard: null for what is not blocks of a story. */
export function parseOwnBlocks(text: string): readonly CopiedBlock[] | null {
  try {
    const { whole, blocks } = payload.parse(JSON.parse(text))
    return parseBlocks(blocks).map(({ id, ...block }, i) => (whole[i] === true ? { id, ...block } : block))
  } catch {
    // What cannot be read was not written by us; the clipboard's other forms of it are tried next.
    return null
  }
}

function parseBlocks(blocks: readonly unknown[]): readonly Block[] {
  const around = { headline: '', event: null, dateline: null, credit: null, slug: '', excerpt: '', tags: [] }
  return parseStory({ schema: STORY_SCHEMA, ...around, blocks }).blocks
}
