import { useCallback } from 'react'
import { useEditorView } from './editor-context.ts'

/** The text of the story: Lexical's root. React renders its element once and leaves what is in it to Lexical. */
export function Body() {
  const { core, translate, isReadOnly } = useEditorView()
  const { editor } = core
  const setRoot = useCallback((element: HTMLElement | null) => editor.setRootElement(element), [editor])
  return (
    <div
      ref={setRoot}
      className="editor-body"
      role="textbox"
      aria-multiline="true"
      aria-label={translate('editor.body')}
      aria-readonly={isReadOnly}
      contentEditable={!isReadOnly}
      suppressContentEditableWarning
      tabIndex={0}
      lang="id"
      spellCheck={false}
      autoCorrect="off"
      translate="no"
    />
  )
}
