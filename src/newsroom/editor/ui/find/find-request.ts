import { $getSelection, $getState, $isRangeSelection, type PointType } from 'lexical'
import { parseBlockId } from '../../../story/index.ts'
import type { TextPlace } from '../../find-text.ts'
import type { StoryEditorCore } from '../lexical/create-story-editor.ts'
import { $locatePoint } from '../lexical/point-place.ts'
import { blockIdState } from '../lexical/states.ts'

/** What can be asked of finding: to open it, with or without replacing, and to go on from where one is. */
export type FindAct = 'find' | 'replace' | 'next' | 'previous'

/** A place in the story, in UTF-16 units of its text. */
export interface StoryPlace {
  readonly at: TextPlace
  readonly offset: number
}

/** An act, and where the person was when it was asked for. */
export interface FindRequest {
  readonly act: FindAct
  /** The selected text without blanks around it, when it is something to look for: some words on one line. */
  readonly selected: string
  /** The ends of the selection; null when it is nowhere in the story. */
  readonly start: StoryPlace | null
  readonly end: StoryPlace | null
  /** Whether the person is in the text, and not in the bar. */
  readonly isInText: boolean
}

/** A text longer than this is no search term, in UTF-16 units. */
const LONGEST_TERM = 200

/** Reads where the person is, before the bar takes the focus. */
export function readFindRequest(
  core: StoryEditorCore,
  headline: HTMLTextAreaElement | null,
  act: FindAct,
): FindRequest {
  if (headline !== null && headline === document.activeElement) {
    const { selectionStart, selectionEnd, value } = headline
    return {
      ...{ act, isInText: true, selected: readTerm(value.slice(selectionStart, selectionEnd)) },
      start: { at: 'headline', offset: selectionStart },
      end: { at: 'headline', offset: selectionEnd },
    }
  }
  const isInText = core.editor.getRootElement()?.contains(document.activeElement) === true
  return core.editor.read(() => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return { act, isInText, selected: '', start: null, end: null }
    const { anchor, focus } = selection
    const [first, last] = selection.isBackward() ? [focus, anchor] : [anchor, focus]
    return {
      ...{ act, isInText, selected: isInText ? readTerm(selection.getTextContent()) : '' },
      start: $readPlace(first, false),
      end: $readPlace(last, true),
    }
  })
}

function readTerm(selected: string): string {
  const term = selected.replace(/^ +| +$/g, '')
  return term.length > LONGEST_TERM || term.includes('\n') ? '' : term
}

function $readPlace(point: PointType, isEnd: boolean): StoryPlace | null {
  const { block, offset } = $locatePoint(point, isEnd)
  return block === null ? null : { at: parseBlockId($getState(block, blockIdState)), offset }
}
