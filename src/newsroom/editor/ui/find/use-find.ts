import { $createRangeSelection, $setSelection } from 'lexical'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type RefObject } from 'react'
import type { FoundText } from '../../find-text.ts'
import { useEditorView } from '../editor-context.ts'
import type { StoryEditorCore } from '../lexical/create-story-editor.ts'
import { $setPointAt } from '../lexical/point-place.ts'
import { createFindStore, NOTHING_ASKED, type FindState, type FindStore } from './find-store.ts'
import type { FindRequest } from './find-request.ts'
import { clearFound, paintFound, revealFound, type FoundSurface } from './paint-found.ts'
import { searchPattern } from './search-pattern.ts'

type HeadlineRef = RefObject<HTMLTextAreaElement | null>

/** What was looked for last, in whichever story: the bar opens with it. */
let last: Pick<FindState, 'query' | 'replacement'> = { query: NOTHING_ASKED, replacement: '' }
/** A pause in typing after which the story is looked through again, in milliseconds. */
const PAUSE_MS = 150

/** Finds in the story that is open, for as long as the bar is. */
export function useFind(
  headlineRef: HeadlineRef,
  asked: FindRequest,
): { readonly store: FindStore; readonly state: FindState } {
  const { core } = useEditorView()
  const latest = useRef(asked)
  useEffect(() => void (latest.current = asked))
  const [store] = useState(() =>
    createFindStore(
      { getStory: () => core.session.getStory(), getCaret: () => latest.current.start, searchPattern },
      last,
    ),
  )
  const state = useSyncExternalStore(store.subscribe, store.getState)
  useEffect(() => void (last = { query: state.query, replacement: state.replacement }))
  useEffect(() => {
    store.refresh()
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = core.session.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(() => store.refresh(), PAUSE_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
      store.dispose()
    }
  }, [core, store])
  usePaint(state, headlineRef)
  return { store, state }
}

/** Selects a find, and gives it the focus: writing goes on there. Without one, where it was. */
export function goToFound(
  core: StoryEditorCore,
  headline: HTMLTextAreaElement | null,
  find: FoundText | undefined,
): void {
  if (find === undefined) return core.editor.focus()
  if (find.at === 'headline') {
    headline?.focus({ preventScroll: true })
    headline?.setSelectionRange(find.start, find.end)
    return
  }
  const { at } = find
  core.editor.update(
    () => {
      const block = core.index.$getHolder(at)
      if (block === null) return
      const selection = $createRangeSelection()
      $setPointAt(selection.anchor, block, find.start)
      $setPointAt(selection.focus, block, find.end)
      $setSelection(selection)
    },
    { discrete: true },
  )
  core.editor.focus()
}

/** Marks what was found, again whenever it is another or the view moves. */
function usePaint({ found, current }: FindState, headlineRef: HeadlineRef): void {
  const { core } = useEditorView()
  const surface = useMemo(() => createSurface(core, headlineRef), [core, headlineRef])
  const find = current === null ? undefined : found[current]
  const revealed = useRef<FoundText | undefined>(undefined)
  useEffect(() => {
    const shown = surface()
    if (shown === null) return
    let frame = 0
    const paint = () => void (frame = requestAnimationFrame(() => paintFound(shown, found, current)))
    const repaint = () => {
      cancelAnimationFrame(frame)
      paint()
    }
    if (find !== undefined && !isSamePlace(find, revealed.current)) revealFound(shown, find)
    revealed.current = find
    repaint()
    shown.scroller.addEventListener('scroll', repaint, { passive: true })
    window.addEventListener('resize', repaint)
    return () => {
      cancelAnimationFrame(frame)
      shown.scroller.removeEventListener('scroll', repaint)
      window.removeEventListener('resize', repaint)
    }
  }, [surface, found, current, find])
  useEffect(() => clearFound, [])
}

function isSamePlace(a: FoundText, b: FoundText | undefined): boolean {
  return a.at === b?.at && a.start === b.start
}

function createSurface(
  { editor, index }: StoryEditorCore,
  headlineRef: HeadlineRef,
): () => FoundSurface | null {
  return () => {
    const headline = headlineRef.current
    const scroller = headline?.closest<HTMLElement>('.editor-scroll')
    if (headline === null || scroller == null) return null
    return {
      scroller,
      getElement(place) {
        if (place === 'headline')
          return headline.parentElement?.querySelector('.editor-headline-mirror') ?? null
        const key = editor.getEditorState().read(() => index.$getHolder(place)?.getKey())
        const element = key === undefined ? null : editor.getElementByKey(key)
        return element?.querySelector('figcaption') ?? element
      },
    }
  }
}
