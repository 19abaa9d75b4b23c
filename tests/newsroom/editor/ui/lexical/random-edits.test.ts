import fc from 'fast-check'
import { buildEditorFromExtensions } from '@lexical/extension'
import { RichTextExtension } from '@lexical/rich-text'
import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  defineExtension,
  FORMAT_TEXT_COMMAND,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical'
import {
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  ListItemNode,
  ListNode,
  REMOVE_LIST_COMMAND,
} from '@lexical/list'
import { describe, expect, it } from 'vitest'
import { $writeOwnBlocks } from '../../../../../src/newsroom/editor/ui/clipboard/own-blocks.ts'
import { parseOwnBlocks } from '../../../../../src/newsroom/editor/ui/clipboard/parse-own-blocks.ts'
import { readPastedText } from '../../../../../src/newsroom/editor/ui/clipboard/pasted-text.ts'
import { $setTextKind } from '../../../../../src/newsroom/editor/ui/lexical/block-commands.ts'
import { $removeLinks, $setLink } from '../../../../../src/newsroom/editor/ui/lexical/link-commands.ts'
import { $getBlocks } from '../../../../../src/newsroom/editor/ui/lexical/blocks.ts'
import type { StoryEditorCore } from '../../../../../src/newsroom/editor/ui/lexical/create-story-editor.ts'
import { PhotoNode } from '../../../../../src/newsroom/editor/ui/lexical/photo-node.ts'
import { $readStory, $writeStory } from '../../../../../src/newsroom/editor/ui/lexical/story-state.ts'
import { parseStory, type Story } from '../../../../../src/newsroom/story/index.ts'
import { arbitraryStory, arbitraryText } from '../../../../support/arbitraries.ts'
import { aStory } from '../../../../support/builders.ts'
import { $pasteOwnBlocks } from '../paste.ts'
import {
  createTestEditor,
  createTurnedClock,
  edit,
  travel,
  $readBlockIds,
  readIds,
  $select,
} from '../support.ts'

const KINDS = [
  'type',
  'enter',
  'break',
  'delete',
  'cut',
  'paste',
  'pasteText',
  'bold',
  'italic',
  'underline',
  'link',
  'kind',
  'list',
  'undo',
  'redo',
  'headline',
  'pause',
] as const
type EditKind = (typeof KINDS)[number]

/** Four numbers below 1 say where and what; the story at that moment says what they mean. */
interface Edit {
  readonly kind: EditKind
  readonly at: readonly [number, number, number, number]
}

const arbitraryEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...KINDS),
  at: fc.tuple(
    ...([0, 1, 2, 3] as const).map(() => fc.double({ min: 0, max: 0.999, noNaN: true })),
  ) as fc.Arbitrary<[number, number, number, number]>,
})

/** A link that is refused as soon as it is there, on a text behind a line break. */
const REFUSED_LINK: Edit[] = [
  { kind: 'break', at: [0, 0, 0, 0] },
  { kind: 'type', at: [0, 0, 0, 0] },
  { kind: 'link', at: [0.8, 0, 0, 0.67] },
]

describe('after any edits', () => {
  it('every block has an id of its own, the session holds what a whole reading gives, and it can be stored', () => {
    fc.assert(
      fc.property(
        arbitraryStory({ text: arbitraryText() }),
        fc.array(arbitraryEdit, { minLength: 1, maxLength: 25 }),
        (story, edits) => {
          const run = startRun(story)
          for (const each of edits) {
            run.perform(each)
            checkIds(readIds(run.core))
            expect(run.core.session.getStory()).toEqual(run.core.editor.read(() => $readStory(story)))
          }
          const last = run.core.session.getStory()
          expect(parseStory(JSON.parse(JSON.stringify(last)))).toEqual(last)
          const again = createTestEditor(last)
          expect(again.editor.read(() => $readStory(last))).toEqual(last)
        },
      ),
      { numRuns: 200 },
    )
  }, 120_000)

  it('undoing all of them gives the story back', () => {
    fc.assert(
      fc.property(
        arbitraryStory({ text: arbitraryText() }),
        fc.array(arbitraryEdit, { minLength: 1, maxLength: 12 }),
        (story, edits) => {
          const run = startRun(story)
          for (const each of edits) run.perform(each)
          for (let i = 0; i < 40; i += 1) travel(run.core, UNDO_COMMAND)
          expect(run.core.session.getStory()).toEqual(story)
          expect(run.core.session.isDirty(story)).toBe(false)
        },
      ),
      { numRuns: 150, examples: [[aStory({ headline: '', blocks: [] }), REFUSED_LINK]] },
    )
  }, 120_000)

  it('an id that stands twice or is missing is seen', () => {
    expect(() => checkIds(['b000000000001', 'b000000000001'])).toThrow('to be 2')
    expect(() => checkIds(['b000000000001', ''])).toThrow('to match')
  })

  it('blocks of an editor that does not settle ids fail the check', () => {
    const faulty = buildEditorFromExtensions(
      defineExtension({
        name: '[faulty]',
        dependencies: [RichTextExtension],
        nodes: [PhotoNode, ListNode, ListItemNode],
      }),
    )
    faulty.update(() => $writeStory(aStory({ blocks: ['satu dua'] })), { discrete: true })
    faulty.update(() => void $select([0, 4]).insertParagraph(), { discrete: true })
    expect(() => checkIds(faulty.read($readBlockIds))).toThrow('to match')
  })
})

function checkIds(ids: readonly string[]): void {
  for (const id of ids) expect(id).toMatch(/^b[0-9a-z]{12}$/)
  expect(new Set(ids).size).toBe(ids.length)
}

function startRun(story: Story) {
  const clock = createTurnedClock()
  const core = createTestEditor(story, clock)
  let clipboard = ''
  return {
    core,
    perform({ kind, at }: Edit): void {
      clock.advance(kind === 'pause' ? 5000 : 50)
      if (kind === 'undo' || kind === 'redo') {
        travel(core, kind === 'undo' ? UNDO_COMMAND : REDO_COMMAND)
      } else if (kind === 'headline') core.fields.setHeadline(`Judul ${at[0]}`)
      else if (kind !== 'pause') edit(core, () => void (clipboard = $perform(core, kind, at, clipboard)))
    },
  }
}

function $perform(core: StoryEditorCore, kind: EditKind, at: Edit['at'], clipboard: string): string {
  if ($getRoot().isEmpty()) return clipboard
  const isCaret =
    kind === 'type' || kind === 'enter' || kind === 'break' || kind === 'paste' || kind === 'pasteText'
  const from = $pick(at[0], at[1])
  const selection = $select(from, isCaret ? from : $pick(at[2], at[3]))
  switch (kind) {
    case 'type':
      selection.insertText(' kata\u00a0'.slice(0, 1 + Math.floor(at[2] * 6)))
      break
    case 'enter':
      selection.insertParagraph()
      break
    case 'break':
      selection.insertLineBreak()
      break
    case 'delete':
      selection.removeText()
      break
    case 'cut': {
      const cut = $writeOwnBlocks(selection)
      selection.removeText()
      return cut
    }
    case 'paste':
      $pasteOwnBlocks(parseOwnBlocks(clipboard) ?? [], selection)
      break
    case 'pasteText':
      $pasteOwnBlocks(readPastedText(at[2] < 0.5 ? 'satu\n\ndua\ntiga' : 'satu'), selection)
      break
    case 'bold':
    case 'italic':
    case 'underline':
      core.editor.dispatchCommand(FORMAT_TEXT_COMMAND, kind)
      break
    case 'link':
      if (at[0] < 0.3) $removeLinks()
      else $setLink(at[0] < 0.8 ? 'https://kpu.go.id/' : 'javascript:x')
      break
    case 'kind':
      $setTextKind((['paragraph', 'heading', 'quote'] as const)[Math.floor(at[0] * 3)] ?? 'quote')
      break
    case 'list': {
      const commands = [
        INSERT_ORDERED_LIST_COMMAND,
        INSERT_UNORDERED_LIST_COMMAND,
        REMOVE_LIST_COMMAND,
      ] as const
      core.editor.dispatchCommand(commands[Math.floor(at[1] * 3)] ?? REMOVE_LIST_COMMAND, undefined)
      break
    }
    default:
      expect($isRangeSelection($getSelection())).toBe(true)
  }
  return clipboard
}

function $pick(block: number, offset: number): readonly [number, number] {
  const blocks = $getBlocks()
  const index = Math.floor(block * blocks.length)
  return [index, Math.floor(offset * ((blocks[index]?.getTextContentSize() ?? 0) + 1))]
}
