import {
  $createLineBreakNode,
  $createTextNode,
  $getRoot,
  $getState,
  $isLineBreakNode,
  $isTextNode,
  $setState,
  type ElementNode,
  type LexicalNode,
  type TextNode,
} from 'lexical'
import type { FoundText } from '../../find-text.ts'
import { changeText, type Replacement, type TextChange } from '../../replacement.ts'
import type { StoryEditorCore } from './create-story-editor.ts'
import { $getLeaves } from './runs.ts'
import { breakFormatState, headlineState } from './states.ts'

/**
 * Puts texts in the place of others, all in one step to undo. What is put takes the marks and the link of the first
 * character that it replaces, line breaks aside; all around it stays the same. Where the text is no longer what was
 * found, nothing is done. Returns how many were replaced.
 */
export function replaceInStory(core: StoryEditorCore, replacements: readonly Replacement[]): number {
  let count = 0
  core.fields.perform(() => {
    for (const [at, changes] of Map.groupBy(replacements, (each) => each.at)) {
      const text = $readText(core, at)
      const fitting = changes.filter(({ start, end, before }) => text?.slice(start, end) === before)
      count += fitting.length
      const block = at === 'headline' ? null : core.index.$getHolder(at)
      if (block !== null) $changeBlock(block, fitting)
      else if (text !== null && fitting.length > 0) core.fields.$putHeadline(changeText(text, fitting))
    }
  }, {})
  return count
}

/** Changes the text of a block. Changes come in their order and do not overlap. */
function $changeBlock(block: ElementNode, changes: readonly TextChange[]): void {
  // From the end, so that what is still to come stands where it stood.
  for (const change of changes.toReversed()) $changeRange(block, change)
}

function $readText({ index }: StoryEditorCore, at: FoundText['at']): string | null {
  if (at === 'headline') return $getState($getRoot(), headlineState)
  return index.$getHolder(at)?.getTextContent() ?? null
}

function $changeRange(block: ElementNode, { start, end, text }: TextChange): void {
  const touched: { readonly leaf: LexicalNode; readonly from: number; readonly to: number }[] = []
  let at = 0
  for (const leaf of $getLeaves(block)) {
    const size = leaf.getTextContentSize()
    if (start < at + size && at < end)
      touched.push({ leaf, from: Math.max(0, start - at), to: Math.min(size, end - at) })
    at += size
    if (at >= end) break
  }
  const host = $findHost(
    touched.map(({ leaf }) => leaf),
    text,
  )
  for (const { leaf, from, to } of touched) {
    if ($isTextNode(leaf)) leaf.spliceText(from, to - from, leaf.is(host) ? text : '')
    if ($isLineBreakNode(leaf) || leaf.getTextContentSize() === 0) leaf.remove()
  }
  if (host !== null) $breakLines(host)
}

/** The text that takes in what is put: the first that is touched, or a new one where nothing but line breaks stood. */
function $findHost(leaves: readonly LexicalNode[], text: string): TextNode | null {
  const [first] = leaves
  const host = leaves.find($isTextNode) ?? null
  if (host !== null || first === undefined || text === '') return host
  const made = $createTextNode(text).setFormat(Math.max(0, $getState(first, breakFormatState)))
  first.insertBefore(made)
  return made
}

function $breakLines(host: TextNode): void {
  const text = host.getTextContent()
  if (!text.includes('\n')) return
  const format = host.getFormat()
  for (const [i, line] of text.split('\n').entries()) {
    if (i > 0) host.insertBefore($setState($createLineBreakNode(), breakFormatState, format))
    if (line !== '') host.insertBefore($createTextNode(line).setFormat(format))
  }
  host.remove()
}
