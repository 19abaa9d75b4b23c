import { HistoryExtension } from '@lexical/history'
import { getExtensionDependencyFromEditor } from '@lexical/extension'
import { $getSelection, $isRangeSelection, type LexicalEditor, type RangeSelection } from 'lexical'
import { useMemo, useSyncExternalStore } from 'react'
import { $isListItemNode } from '@lexical/list'
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text'
import { useEditorView } from './editor-context.ts'
import { $getListKind, type ListKind, type TextKind } from './lexical/block-commands.ts'
import { $findBlock } from './lexical/blocks.ts'
import { $getLink } from './lexical/link-commands.ts'
import { $isPhotoNode } from './lexical/photo-node.ts'

/** What the toolbar shows of where the caret is. */
export interface ToolbarState {
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly kind: TextKind | 'list' | 'photo'
  readonly list: ListKind | null
  readonly isBold: boolean
  readonly isItalic: boolean
  readonly isLink: boolean
}

/** Follows the caret; renders again only when something of this changes, which typing does not. */
export function useToolbarState(): ToolbarState {
  const { editor } = useEditorView().core
  const store = useMemo(() => createToolbarStore(editor), [editor])
  return useSyncExternalStore(store.subscribe, store.read)
}

function createToolbarStore(editor: LexicalEditor) {
  const history = getExtensionDependencyFromEditor(editor, HistoryExtension).output
  let state = readState()

  function readState(): ToolbarState {
    return {
      canUndo: history.canUndo.peek(),
      canRedo: history.canRedo.peek(),
      ...editor.getEditorState().read($readCaret),
    }
  }
  return {
    read: () => state,
    subscribe: (listener: () => void) =>
      editor.registerUpdateListener(() => {
        const next = readState()
        if (isSame(next, state)) return
        state = next
        listener()
      }),
  }
}

function $readCaret(): Omit<ToolbarState, 'canUndo' | 'canRedo'> {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) {
    return { kind: 'paragraph', list: null, isBold: false, isItalic: false, isLink: false }
  }
  return {
    kind: $readKind(selection),
    list: $getListKind(),
    isBold: selection.hasFormat('bold'),
    isItalic: selection.hasFormat('italic'),
    isLink: $getLink() !== null,
  }
}

function $readKind(selection: RangeSelection): ToolbarState['kind'] {
  const block = $findBlock(selection.anchor.getNode())
  if ($isHeadingNode(block)) return 'heading'
  if ($isQuoteNode(block)) return 'quote'
  if ($isListItemNode(block)) return 'list'
  return $isPhotoNode(block) ? 'photo' : 'paragraph'
}

function isSame(a: ToolbarState, b: ToolbarState): boolean {
  return (
    a.canUndo === b.canUndo &&
    a.canRedo === b.canRedo &&
    a.kind === b.kind &&
    a.list === b.list &&
    a.isBold === b.isBold &&
    a.isItalic === b.isItalic &&
    a.isLink === b.isLink
  )
}
