import { $getRoot, $getState } from 'lexical'
import { useCallback, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { findBlanksIn, type FoundBlank } from '../../house/index.ts'
import {
  findBlankBeside,
  findSelectedBlank,
  readHeadlineFill,
  startHeadlineFill,
  type HeadlineFill,
  type HeadlineSelection,
} from '../headline-blanks.ts'
import { useEditorView, useViewState } from './editor-context.ts'
import { $fillNamesakes } from './lexical/blanks.ts'
import { $setHeadline } from './lexical/fields.ts'
import { headlineState } from './lexical/states.ts'
import type { BlankAtCaret } from './use-suggestions.ts'

/** The blanks of the headline, and the one that the caret is at. */
export interface HeadlineBlanks {
  readonly current: BlankAtCaret | null
  readonly fill: HeadlineFill | null
  /** The start of the selected blank in the headline; null when none is. */
  readonly selected: number | null
  /** Takes the headline as it was just typed. */
  change(headline: string): void
  /** Notes where the selection is. */
  noteSelection(): void
  /** Fills the current blank, and all of its label, with a value. */
  choose(value: string): void
  /** Ends what is being typed into a blank. */
  finish(): void
  /** Answers the Tab key: goes to the next blank, or the one before. */
  handleTab(event: KeyboardEvent): void
}

type Filling = HeadlineFill & { readonly step: object }

/** Follows the headline's field. All keys of one value, and what they fill elsewhere, are one step to undo. */
export function useHeadlineBlanks(fieldRef: RefObject<HTMLTextAreaElement | null>): HeadlineBlanks {
  const { core } = useEditorView()
  const headline = useViewState('headline')
  const filling = useFilling()
  const [selection, setSelection] = useState<HeadlineSelection | null>(null)
  const typed = filling.fill === null ? null : readHeadlineFill(filling.fill, headline)
  const blank = selection === null ? null : findSelectedBlank(headline, selection)

  function getSelection(): HeadlineSelection {
    return { start: fieldRef.current?.selectionStart ?? 0, end: fieldRef.current?.selectionEnd ?? 0 }
  }
  function select({ start, end }: HeadlineSelection): void {
    fieldRef.current?.setSelectionRange(start, end)
    setSelection({ start, end })
  }
  /** The field is shown anew with the value as it was read; the caret stays at the character where it was. */
  function finishAround({ start, end }: HeadlineSelection): void {
    const { fill } = filling
    flushSync(filling.finish)
    const moved = (fieldRef.current?.value.length ?? headline.length) - headline.length
    const isBehind = fill !== null && start > fill.before.length
    if (moved !== 0) select(isBehind ? { start: start + moved, end: end + moved } : { start, end })
  }
  return {
    current: findCurrent(filling.fill, typed, blank),
    fill: filling.fill,
    selected: blank?.start ?? null,
    change(next) {
      if (blank !== null) filling.start(headline, blank)
      filling.change(next)
    },
    noteSelection() {
      const at = getSelection()
      setSelection(document.activeElement === fieldRef.current ? at : null)
      if (filling.isLeft(at, headline)) finishAround(at)
    },
    choose(value) {
      if (blank !== null) filling.start(headline, blank)
      filling.settle(value)
      requestAnimationFrame(() => setSelection(getSelection()))
    },
    finish() {
      filling.finish()
      setSelection(null)
    },
    handleTab(event) {
      finishAround(getSelection())
      const field = fieldRef.current
      const direction = event.shiftKey ? 'previous' : 'next'
      const beside = field === null ? null : findBlankBeside(field.value, getSelection(), direction)
      if (beside !== null) select(beside)
      else if (direction === 'previous' || !core.blanks.goToFirst()) return
      else core.editor.focus()
      event.preventDefault()
    },
  }
}

function findCurrent(
  fill: HeadlineFill | null,
  typed: string | null,
  blank: FoundBlank | null,
): BlankAtCaret | null {
  if (fill !== null && typed !== null) return { label: fill.label, typed }
  return blank === null ? null : { label: blank.label, typed: null }
}

function useFilling() {
  const { core, guide, help } = useEditorView()
  const ref = useRef<Filling | null>(null)
  const [fill, setFill] = useState<Filling | null>(null)
  const put = useCallback((next: Filling | null) => {
    ref.current = next
    setFill(next)
  }, [])
  function settle(value: string): void {
    const filling = ref.current
    if (filling === null) return
    const { label, before, after, step } = filling
    put(null)
    core.fields.perform(() => {
      $setHeadline(before + value + after)
      $fillNamesakes(label, value)
    }, step)
    help.onUse({ values: [{ label, value }] })
  }
  return {
    fill,
    start: (headline: string, blank: Parameters<typeof startHeadlineFill>[1]) =>
      put({ ...startHeadlineFill(headline, blank), step: {} }),
    change(next: string) {
      const filling = ref.current
      if (filling === null) return core.fields.setHeadline(next)
      core.fields.setHeadline(next, filling.step)
      if (readHeadlineFill(filling, next) === null) put(null)
    },
    settle,
    finish() {
      const filling = ref.current
      const headline = core.editor.getEditorState().read(() => $getState($getRoot(), headlineState))
      const typed = filling === null ? null : readHeadlineFill(filling, headline)
      // What was undone is a blank again, and what was deleted is nothing.
      if (filling === null || typed === null || typed === '' || findBlanksIn(typed).length > 0)
        return put(null)
      settle(guide.readValue(filling.label, typed))
    },
    /** Whether the caret has left what is being typed. */
    isLeft({ start, end }: HeadlineSelection, headline: string): boolean {
      const filling = ref.current
      if (filling === null) return false
      return start < filling.before.length || end > headline.length - filling.after.length
    },
  }
}
