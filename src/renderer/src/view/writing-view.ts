import { useSyncExternalStore } from 'react'

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

/** The sizes that the text of the page can be shown in, in percent. */
export const ZOOMS = [80, 90, 100, 110, 125, 150, 175, 200] as const

const KEYS = { isFocused: 'redaksi.focus', isTypewriter: 'redaksi.typewriter', zoom: 'redaksi.zoom' } as const

const listeners = new Set<() => void>()
let view: WritingView = {
  isFocused: sessionStorage.getItem(KEYS.isFocused) === 'true',
  isPreviewed: false,
  isInspectorOver: false,
  prints: 0,
  isTypewriter: localStorage.getItem(KEYS.isTypewriter) === 'true',
  zoom: ZOOMS.find((each) => String(each) === localStorage.getItem(KEYS.zoom)) ?? 100,
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
  localStorage.setItem(KEYS.zoom, String(view.zoom))
  applyZoom()
  for (const listener of listeners) listener()
}

/** Shows the text in its size; the style sheets do the rest. */
export function applyZoom(): void {
  document.documentElement.style.setProperty('--zoom', String(view.zoom / 100))
}

/** The view, kept in step. */
export function useWritingView(): WritingView {
  return useSyncExternalStore(subscribe, readWritingView)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
