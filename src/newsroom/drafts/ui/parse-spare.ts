import * as z from 'zod/mini'
import { parseStory } from '../../story/index.ts'
import type { SpareText } from './draft-session.ts'

/** Reads what was kept: what another page, or an older one, has left is like anything else from outside. Null for no text. */
export function parseSpare(value: unknown): SpareText | null {
  const shape = z
    .object({ baseRevision: z.int(), story: z.unknown(), sent: z.optional(z.unknown()) })
    .safeParse(value)
  if (!shape.success) return null
  const { baseRevision, story, sent } = shape.data
  try {
    return { baseRevision, story: parseStory(story), sent: sent === undefined ? undefined : parseStory(sent) }
  } catch {
    return null
  }
}
