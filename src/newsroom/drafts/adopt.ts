import { isSameJson } from '../../base/same-json.ts'
import { parseStory, type Block, type Story } from '../story/index.ts'

/**
 * A story as it may be stored in the head's place: checked, and with the head's own blocks wherever they are the same.
 * In a long story one block changes at a time; only that one is checked, and later turned into text.
 * Throws zod's error when it is no story: that is a bug.
 */
export function adoptStory(head: Story, story: Story): Story {
  const known = new Map<string, Block>(head.blocks.map((block) => [block.id, block]))
  const fresh: Block[] = []
  const adopted = story.blocks.map((block) => {
    const old = known.get(block.id)
    if (old !== undefined && isSameJson(old, block)) return old
    fresh.push(block)
    return null
  })
  const checked = parseStory({ ...story, blocks: fresh })
  const changed = checked.blocks.values()
  const blocks = adopted.map((block) => block ?? next(changed))
  // Checked apart, two of them might have one id.
  return isUnique(blocks) ? { ...checked, blocks } : parseStory(story)
}

function next(blocks: Iterator<Block>): Block {
  const { value, done } = blocks.next()
  if (done === true) throw new Error('a block is missing')
  return value
}

function isUnique(blocks: readonly Block[]): boolean {
  return new Set(blocks.map((block) => block.id)).size === blocks.length
}
