import { getExtensionDependencyFromEditor } from '@lexical/extension'
import { HistoryExtension } from '@lexical/history'
import { $isListItemNode, $isListNode } from '@lexical/list'
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text'
import {
  $getRoot,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  type LexicalEditor,
  type RangeSelection,
  type RootNode,
} from 'lexical'
import type { ListKind, TextKind } from './lexical/block-commands.ts'
import { $findBlock } from './lexical/blocks.ts'
import { $findLink } from './lexical/link-commands.ts'
import { $isPhotoNode } from './lexical/photo-node.ts'
import { NO_DETAILS } from './lexical/states.ts'
import { $readFields, type EditedStory } from './lexical/story-state.ts'

/** What the view shows beside the text: the fields on the root, and what the toolbar says of the caret. */
export interface ViewState extends Omit<EditedStory, 'blocks'> {
  readonly isEmpty: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly kind: TextKind | 'list' | 'photo'
  readonly list: ListKind | null
  readonly isBold: boolean
  readonly isItalic: boolean
  readonly isLink: boolean
}

export interface ViewStore {
  read(): ViewState
  /** Calls back when something of it has changed, which is not so for most keys. */
  subscribe(listener: () => void): () => void
}

/**
 * Follows the editor with a single listener and a single reading an update: this runs on every key. The root is read
 * again only when Lexical has made another of it, which typing in a block does not.
 */
export function createViewStore(editor: LexicalEditor): ViewStore {
  const history = getExtensionDependencyFromEditor(editor, HistoryExtension).output
  let root: RootNode | null = null
  let fields: Omit<EditedStory, 'blocks'> = { headline: '', dateline: null, credit: null, ...NO_DETAILS }

  function readState(): ViewState {
    return editor.getEditorState().read(() => {
      if (root !== $getRoot()) fields = $readFields()
      root = $getRoot()
      const [canUndo, canRedo] = [history.canUndo.peek(), history.canRedo.peek()]
      return { ...fields, isEmpty: $isEmpty(root), canUndo, canRedo, ...$readCaret() }
    })
  }
  let state = readState()
  const listeners = new Set<() => void>()
  const follow = () => {
    const next = readState()
    if (isSame(next, state)) return
    state = next
    for (const listener of listeners) listener()
  }
  let unfollow: (() => void) | null = null
  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener)
      unfollow ??= editor.registerUpdateListener(follow)
      // What happened before anyone listened.
      follow()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        unfollow?.()
        unfollow = null
      }
    },
  }
}

function $isEmpty(root: RootNode): boolean {
  const first = root.getFirstChild()
  return $isParagraphNode(first) && first.isEmpty() && root.getChildrenSize() === 1
}

function $readCaret(): Pick<ViewState, 'kind' | 'list' | 'isBold' | 'isItalic' | 'isLink'> {
  const selection = $getSelection()
  return $isRangeSelection(selection)
    ? $readSelection(selection)
    : { kind: 'paragraph', list: null, isBold: false, isItalic: false, isLink: false }
}

function $readSelection(selection: RangeSelection): ReturnType<typeof $readCaret> {
  const anchor = selection.anchor.getNode()
  const block = $findBlock(anchor)
  const list = block?.getParent()
  return {
    kind: $readKind(block),
    list: $isListNode(list) ? (list.getListType() === 'number' ? 'number' : 'bullet') : null,
    isBold: selection.hasFormat('bold'),
    isItalic: selection.hasFormat('italic'),
    isLink: $findLink(anchor) !== null,
  }
}

function $readKind(block: ReturnType<typeof $findBlock>): ViewState['kind'] {
  if ($isHeadingNode(block)) return 'heading'
  if ($isQuoteNode(block)) return 'quote'
  if ($isListItemNode(block)) return 'list'
  return $isPhotoNode(block) ? 'photo' : 'paragraph'
}

function isSame(a: ViewState, b: ViewState): boolean {
  return (
    a.headline === b.headline &&
    a.dateline === b.dateline &&
    a.credit === b.credit &&
    a.event === b.event &&
    a.slug === b.slug &&
    a.excerpt === b.excerpt &&
    a.tags === b.tags &&
    a.categories === b.categories &&
    a.attachments === b.attachments &&
    a.isEmpty === b.isEmpty &&
    a.canUndo === b.canUndo &&
    a.canRedo === b.canRedo &&
    a.kind === b.kind &&
    a.list === b.list &&
    a.isBold === b.isBold &&
    a.isItalic === b.isItalic &&
    a.isLink === b.isLink
  )
}
