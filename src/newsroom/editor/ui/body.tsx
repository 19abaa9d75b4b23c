import { $getRoot } from 'lexical'
import { useCallback, useEffect, useRef } from 'react'
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

/** Marks an element while the story has no text, so that the style sheet can show what goes there. No render, no query of the page. */
export function useEmptyMark(): (element: HTMLElement | null) => void {
  const { editor } = useEditorView().core
  const marked = useRef<HTMLElement | null>(null)
  const mark = useCallback(() => {
    const isEmpty = editor.getEditorState().read(() => $getRoot().getChildrenSize() === 1 && $isBlank())
    marked.current?.toggleAttribute('data-empty', isEmpty)
  }, [editor])
  useEffect(() => editor.registerUpdateListener(mark), [editor, mark])
  return useCallback(
    (element) => {
      marked.current = element
      mark()
    },
    [mark],
  )
}

function $isBlank(): boolean {
  const root = $getRoot()
  return (
    root.getFirstChild()?.getType() === 'paragraph' && root.getFirstDescendant()?.getType() === 'paragraph'
  )
}
