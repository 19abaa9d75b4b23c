import { createContext, use } from 'react'
import type { House } from '../../house/index.ts'
import type { TranslateEditor } from '../texts.ts'
import type { StoryEditorCore } from './lexical/create-story-editor.ts'

/** What every part of the editor's view works with. */
export interface EditorView {
  readonly core: StoryEditorCore
  readonly house: House
  readonly translate: TranslateEditor
  readonly isReadOnly: boolean
}

export const EditorContext = createContext<EditorView | null>(null)

/** The editor that a component is part of. */
export function useEditorView(): EditorView {
  const view = use(EditorContext)
  if (view === null) throw new Error('the editor’s parts stand in a StoryEditor')
  return view
}
