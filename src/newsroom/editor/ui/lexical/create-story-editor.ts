import { buildEditorFromExtensions, getExtensionDependencyFromEditor } from '@lexical/extension'
import { HistoryExtension } from '@lexical/history'
import { LinkExtension } from '@lexical/link'
import { ListExtension } from '@lexical/list'
import { RichTextExtension } from '@lexical/rich-text'
import {
  CLEAR_HISTORY_COMMAND,
  configExtension,
  defineExtension,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  type LexicalEditor,
} from 'lexical'
import type { RandomBytes } from '../../../../base/ids.ts'
import type { Typography } from '../../../house/index.ts'
import type { Story } from '../../../story/index.ts'
import { ClipboardExtension } from '../clipboard/clipboard-extension.ts'
import { BlanksExtension, type BlankDesk, type StoryBlanks } from './blanks.ts'
import { BlockIdsExtension } from './block-ids.ts'
import type { BlockIndex } from './block-index.ts'
import { CaretInStepExtension } from './caret-in-step.ts'
import { CaretSurroundingsExtension } from './caret-surroundings.ts'
import { CleanLinksExtension } from './clean-links.ts'
import { FieldsExtension, type StoryFields } from './fields.ts'
import { OwnFormatsExtension } from './own-formats.ts'
import { PhotoEdgesExtension } from './photo-edges.ts'
import { PhotoNode } from './photo-node.ts'
import { TypedSignsExtension } from './typed-signs.ts'
import { SessionExtension, type StorySession } from './session.ts'
import { $writeStory } from './story-state.ts'

/** The editor of one story, without its view. */
export interface StoryEditorCore {
  readonly editor: LexicalEditor
  readonly session: StorySession
  readonly fields: StoryFields
  readonly blanks: StoryBlanks
  /** Which node holds which block. */
  readonly index: BlockIndex
  /** Puts another story in place of this one. Undoable, it is one step; otherwise the history starts anew. */
  replaceStory(story: Story, options: { readonly undoable: boolean }): void
  dispose(): void
}

export interface StoryEditorOptions {
  readonly story: Story
  readonly random: RandomBytes
  readonly now: () => number
  /** Hears of a bug in an update, which Lexical has then undone. */
  readonly onError: (error: Error) => void
  /** How blanks are read; without it, as they are typed. */
  readonly blankDesk?: BlankDesk | undefined
  /** The house’s signs, for what is typed; without it, it stays as it is. */
  readonly getTypography?: () => Typography | null
  /** Whether the slug stays when the headline is changed. */
  readonly keepsSlug?: () => boolean
}

/** Steps that can be undone: each keeps a whole state, of which most is shared with its neighbours. */
const MAX_UNDO = 500
/** A pause in typing that ends a step, in milliseconds. */
const TYPING_PAUSE_MS = 500

/** Builds the editor from its extensions. It runs without a window too, which the tests and nobody else need. */
export function createStoryEditor(options: StoryEditorOptions): StoryEditorCore {
  const editor = buildEditorFromExtensions(
    defineExtension({
      name: '[redaksi]',
      namespace: 'redaksi',
      // Lexical's elements can say bold or italic, not both.
      theme: { text: { bold: 'is-bold', italic: 'is-italic' } },
      nodes: [PhotoNode],
      dependencies: [
        RichTextExtension,
        ListExtension,
        LinkExtension,
        configExtension(HistoryExtension, {
          delay: TYPING_PAUSE_MS,
          maxDepth: MAX_UNDO,
          disabled: false,
          now: options.now,
        }),
        OwnFormatsExtension,
        CaretInStepExtension,
        CaretSurroundingsExtension,
        CleanLinksExtension,
        PhotoEdgesExtension,
        ClipboardExtension,
        configExtension(BlockIdsExtension, { random: options.random }),
        configExtension(FieldsExtension, {
          now: options.now,
          keepsSlug: options.keepsSlug ?? (() => false),
        }),
        options.blankDesk === undefined
          ? BlanksExtension
          : configExtension(BlanksExtension, { desk: options.blankDesk }),
        configExtension(TypedSignsExtension, { getTypography: options.getTypography ?? (() => null) }),
        configExtension(SessionExtension, { story: options.story }),
      ],
      $initialEditorState: () => $writeStory(options.story),
      onError: options.onError,
    }),
  )
  const session = getExtensionDependencyFromEditor(editor, SessionExtension).output
  const fields = getExtensionDependencyFromEditor(editor, FieldsExtension).output
  const blanks = getExtensionDependencyFromEditor(editor, BlanksExtension).output
  const { index } = getExtensionDependencyFromEditor(editor, BlockIdsExtension).output
  // Commits the story that was written: the first edit is an edit of it.
  session.rebase(options.story)
  return {
    editor,
    session,
    fields,
    blanks,
    index,
    replaceStory(story, { undoable }) {
      const tag = [undoable ? HISTORY_PUSH_TAG : HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG]
      editor.update(() => $writeStory(story), { discrete: true, tag })
      session.rebase(story)
      if (!undoable) editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined)
    },
    dispose: () => editor.dispose(),
  }
}
