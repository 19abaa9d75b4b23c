import { $getRoot, $getState, type StateConfig } from 'lexical'
import { useCallback, useSyncExternalStore } from 'react'
import { useEditorView } from './editor-context.ts'

/** A value of the root (headline, dateline, credit line) as it stands; renders again only when it changes. */
export function useField<Value>(state: StateConfig<string, Value>): Value {
  const { editor } = useEditorView().core
  const subscribe = useCallback((listener: () => void) => editor.registerUpdateListener(listener), [editor])
  const read = useCallback(
    () => editor.getEditorState().read(() => $getState($getRoot(), state)),
    [editor, state],
  )
  return useSyncExternalStore(subscribe, read)
}
