import {
  $createLineBreakNode,
  $createTextNode,
  $getState,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  $setState,
  IS_BOLD,
  IS_ITALIC,
  type ElementNode,
  type LexicalNode,
  type TextNode,
} from 'lexical'
import { $createLinkNode, $isLinkNode } from '@lexical/link'
import { mergeRuns } from '../../../formats/index.ts'
import type { Run } from '../../../story/index.ts'
import { breakFormatState } from './states.ts'

/** The formats that a story has, as Lexical's bits. */
export const STORY_FORMATS = IS_BOLD | IS_ITALIC

/** The text nodes and line breaks of a block, in order. */
export function $getLeaves(element: ElementNode): LexicalNode[] {
  const leaves: LexicalNode[] = []
  for (let child = element.getFirstChild(); child !== null; child = child.getNextSibling()) {
    if ($isElementNode(child)) leaves.push(...$getLeaves(child))
    else leaves.push(child)
  }
  return leaves
}

/** Writes runs after what an element holds. Each `\n` becomes a line break, which keeps its run's marks. */
export function $appendRuns(element: ElementNode, runs: readonly Run[]): void {
  for (const run of runs) {
    const nodes = $createLeaves(run)
    if (run.link === undefined) element.append(...nodes)
    else element.append($createLinkNode(run.link).append(...nodes))
  }
}

/** Reads the runs of a block, merged. */
export function $readRuns(element: ElementNode): readonly Run[] {
  const leaves = $getLeaves(element)
  return mergeRuns(leaves.map((leaf, i) => $readRun(leaf, leaves[i - 1], leaves[i + 1])))
}

function $createLeaves(run: Run): LexicalNode[] {
  const format = (run.bold === true ? IS_BOLD : 0) | (run.italic === true ? IS_ITALIC : 0)
  return run.text.split('\n').flatMap((line, i) => {
    const text = line === '' ? [] : [$createTextNode(line).setFormat(format)]
    return i === 0 ? text : [$setState($createLineBreakNode(), breakFormatState, format), ...text]
  })
}

function $readRun(leaf: LexicalNode, before: LexicalNode | undefined, after: LexicalNode | undefined): Run {
  const isBreak = $isLineBreakNode(leaf)
  const format = isBreak ? $getBreakFormat(leaf, before, after) : getFormat(leaf)
  const parent = leaf.getParent()
  return {
    text: isBreak ? '\n' : leaf.getTextContent(),
    ...(format & IS_BOLD ? { bold: true } : {}),
    ...(format & IS_ITALIC ? { italic: true } : {}),
    ...($isLinkNode(parent) ? { link: parent.getURL() } : {}),
  }
}

/** A break typed between two bold words is bold: the text stays one run. */
function $getBreakFormat(
  node: LexicalNode,
  before: LexicalNode | undefined,
  after: LexicalNode | undefined,
): number {
  const own = $getState(node, breakFormatState)
  return own >= 0 ? own : getFormat(before) & getFormat(after)
}

function getFormat(node: LexicalNode | undefined): number {
  return $isTextNode(node) ? (node satisfies TextNode).getFormat() & STORY_FORMATS : 0
}
