import { createContext, use, useSyncExternalStore } from 'react'
import type { House } from '../../house/index.ts'
import type { BlankGuide, StoryHelp } from '../story-help.ts'
import type { TranslateEditor } from '../texts.ts'
import type { StoryEditorCore } from './lexical/create-story-editor.ts'
import type { ViewState, ViewStore } from './view-store.ts'

/** What every part of the editor's view works with. */
export interface EditorView {
  readonly core: StoryEditorCore
  readonly store: ViewStore
  readonly house: House
  readonly translate: TranslateEditor
  readonly isReadOnly: boolean
  readonly help: StoryHelp
  readonly guide: BlankGuide
  /** Whether something is looked for in the story: what was found is shown in it. */
  readonly isFinding: boolean
}

export const EditorContext = createContext<EditorView | null>(null)

/** The editor that a component is part of. */
export function useEditorView(): EditorView {
  const view = use(EditorContext)
  if (view === null) throw new Error('the editor’s parts stand in a StoryEditor')
  return view
}

/** What the view shows beside the text; renders again only when the part that is picked changes. */
export function useViewState<Key extends keyof ViewState>(key: Key): ViewState[Key] {
  const { store } = useEditorView()
  return useSyncExternalStore(store.subscribe, () => store.read()[key])
}
