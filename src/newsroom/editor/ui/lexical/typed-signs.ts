import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  defineExtension,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  PASTE_TAG,
  safeCast,
  type EditorState,
  type NodeKey,
} from 'lexical'
import type { Typography } from '../../../house/index.ts'
import { improveTyped } from '../../typed-signs.ts'
import { $isFillNode } from './blank-node.ts'
import { $locatePoint } from './point-place.ts'

/**
 * Puts the house's signs in the place of those that are typed: curly quotation marks, dashes. Each is a step of its own,
 * so that undo gives back what was typed. What a blank is filled with stays one step, and as it is.
 */
export const TypedSignsExtension = defineExtension({
  name: 'redaksi/typed-signs',
  config: safeCast<{ getTypography: () => Typography | null }>({ getTypography: () => null }),
  register: (editor, { getTypography }) =>
    editor.registerUpdateListener(({ dirtyLeaves, tags, prevEditorState, editorState }) => {
      if (dirtyLeaves.size === 0 || editor.isComposing()) return
      if ([HISTORIC_TAG, PASTE_TAG, OWN_TAG].some((tag) => tags.has(tag))) return
      const typed = editorState.read(() => $findTyped(prevEditorState))
      const typography = typed === null ? null : getTypography()
      const change = typed === null || typography === null ? null : improveTyped(typed.before, typography)
      if (typed === null || change === null) return
      editor.update(() => $put(typed, change.text, change.end - change.start), {
        tag: [HISTORY_PUSH_TAG, OWN_TAG],
      })
    }),
})

const OWN_TAG = 'redaksi-typed-signs'
const SIGNS = '"\'-'

interface Typed {
  readonly key: NodeKey
  /** Where the caret is in the node. */
  readonly offset: number
  /** The text of the block up to there. */
  readonly before: string
}

/** The sign before the caret, when it has just been typed there and nothing else. */
function $findTyped(prevEditorState: EditorState): Typed | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null
  const { key, offset } = selection.anchor
  const node = selection.anchor.getNode()
  if (!$isTextNode(node) || $isFillNode(node)) return null
  const text = node.getTextContent()
  if (offset === 0 || !SIGNS.includes(text.charAt(offset - 1))) return null
  const former = prevEditorState.read(() => $getNodeByKey(key)?.getTextContent() ?? '')
  if (former !== text.slice(0, offset - 1) + text.slice(offset)) return null
  const { block, offset: at } = $locatePoint(selection.anchor, true)
  return block === null ? null : { key, offset, before: block.getTextContent().slice(0, at) }
}

function $put({ key, offset }: Typed, text: string, length: number): void {
  const node = $getNodeByKey(key)
  if (!$isTextNode(node) || offset < length) return
  node.spliceText(offset - length, length, text)
  const caret = offset - length + text.length
  node.select(caret, caret)
}
