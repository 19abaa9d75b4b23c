import { defineExtension, HISTORIC_TAG, type LexicalEditor, type NodeKey } from 'lexical'
import { STORY_SCHEMA, type Block, type Story } from '../../../story/index.ts'
import { $getBlocks, $readBlock } from './blocks.ts'
import { isSameBlock, isSameStory } from './same-story.ts'
import { $readFields, dropPlaceholder, replaceFields } from './story-state.ts'

/**
 * Keeps the story in step with the editor, so that a save costs what was changed and not what is there: only the
 * blocks that an update touched are read again, and only when someone asks. Reading never changes the editor. Blocks
 * that did not change are the same objects from one story to the next, and a story that did not change is itself.
 */
export interface StorySession {
  /** The story as it stands, the newest keystroke included. */
  getStory(): Story
  /** Whether the story differs from another one, the last saved. */
  isDirty(saved: Story): boolean
  /** Starts again from a story that has just been written into the editor. */
  rebase(base: Story): void
  /** Calls back after every change of the story. Cheap: nothing is read. */
  subscribe(listener: () => void): () => void
}

const NO_STORY: Story = {
  schema: STORY_SCHEMA,
  headline: '',
  event: null,
  dateline: null,
  blocks: [],
  credit: null,
  slug: '',
  excerpt: '',
  tags: [],
}

/** Offers the editor's `StorySession`. `story` is what the editor is started with. */
export const SessionExtension = defineExtension({
  name: 'redaksi/session',
  config: { story: NO_STORY },
  build: (editor, { story }) => createStorySession(editor, story),
  register: (editor, _config, state) => state.getOutput().follow(editor),
})

interface Following extends StorySession {
  follow(editor: LexicalEditor): () => void
}

function createStorySession(editor: LexicalEditor, started: Story): Following {
  const listeners = new Set<() => void>()
  const stale = new Set<NodeKey>()
  let read = new Map<NodeKey, Block>()
  let base = started
  let current = started
  let changed = false

  const rebase = (next: Story) => {
    // Reading commits what is pending, which would count as a change.
    read = editor.read(() => pairBlocks(next))
    base = next
    current = next
    changed = false
    stale.clear()
  }
  return {
    rebase,
    getStory() {
      // Commits a pending update first, so that the newest keystroke is among what changed.
      editor.read(() => {
        if (!changed) return
        const blocks = $readBlocks(read, stale, current.blocks)
        read = blocks.read
        const shown = keepIfSame(dropPlaceholder(blocks.list, base), current.blocks)
        const next = replaceFields(base, $readFields(), shown)
        current = isSameStory(next, current) ? current : next
        stale.clear()
        changed = false
      })
      return current
    },
    isDirty(saved) {
      return !isSameStory(this.getStory(), saved)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    follow(followed) {
      return followed.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
        if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return
        if (tags.has(HISTORIC_TAG)) read.clear()
        for (const key of dirtyElements.keys()) stale.add(key)
        changed = true
        for (const listener of listeners) listener()
      })
    },
  }
}

/** What was stored is handed back as it was for every block that nobody touches. */
function pairBlocks(story: Story): Map<NodeKey, Block> {
  const stored = new Map(story.blocks.map((block) => [block.id, block]))
  const pairs = $getBlocks().flatMap((element) => {
    const block = stored.get($readBlock(element).id)
    return block === undefined ? [] : [[element.getKey(), block] as const]
  })
  return new Map(pairs)
}

function $readBlocks(
  read: ReadonlyMap<NodeKey, Block>,
  stale: ReadonlySet<NodeKey>,
  former: readonly Block[],
): { list: readonly Block[]; read: Map<NodeKey, Block> } {
  const formerById = new Map(former.map((block) => [block.id, block]))
  const next = new Map<NodeKey, Block>()
  for (const element of $getBlocks()) {
    const key = element.getKey()
    const known = stale.has(key) ? undefined : read.get(key)
    next.set(key, known ?? keepIdentity($readBlock(element), formerById))
  }
  return { list: [...next.values()], read: next }
}

function keepIdentity(block: Block, former: ReadonlyMap<Block['id'], Block>): Block {
  const same = former.get(block.id)
  return same !== undefined && isSameBlock(block, same) ? same : block
}

function keepIfSame(blocks: readonly Block[], former: readonly Block[]): readonly Block[] {
  return blocks.length === former.length && blocks.every((block, i) => block === former[i]) ? former : blocks
}
