import { useSyncExternalStore } from 'react'
import { keepZoom, readZoom } from './zoom.ts'

/** How a person likes to see the page while writing. */
export interface WritingView {
  /** Nothing but the page. It is this window's alone. */
  readonly isFocused: boolean
  /** The line of the caret stays at one height. */
  readonly isTypewriter: boolean
  /** The story is shown beside its text as readers will see it. */
  readonly isPreviewed: boolean
  /** The inspector is opened over the page, where there is no room for it beside. */
  readonly isInspectorOver: boolean
  /** How often it was asked for on paper. */
  readonly prints: number
  /** How large the text of the page is shown, in percent. */
  readonly zoom: number
}

const KEYS = { isFocused: 'redaksi.focus', isTypewriter: 'redaksi.typewriter' } as const

const listeners = new Set<() => void>()
let view: WritingView = {
  isFocused: sessionStorage.getItem(KEYS.isFocused) === 'true',
  isPreviewed: false,
  isInspectorOver: false,
  prints: 0,
  isTypewriter: localStorage.getItem(KEYS.isTypewriter) === 'true',
  zoom: readZoom(),
}

/** The view as it is now. */
export function readWritingView(): WritingView {
  return view
}

/** Changes a part of the view, shows it and remembers it: the focus for this window, line and size for this browser. */
export function changeWritingView(part: Partial<WritingView>): void {
  view = { ...view, ...part }
  sessionStorage.setItem(KEYS.isFocused, String(view.isFocused))
  localStorage.setItem(KEYS.isTypewriter, String(view.isTypewriter))
  keepZoom(view.zoom)
  for (const listener of listeners) listener()
}

/** The view, kept in step. */
export function useWritingView(): WritingView {
  return useSyncExternalStore(subscribe, readWritingView)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
