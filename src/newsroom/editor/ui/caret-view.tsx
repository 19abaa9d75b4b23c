import { useEffect } from 'react'
import { useEditorView, useViewState } from './editor-context.ts'
import { holdCaretLine } from './lexical/hold-caret-line.ts'
import { markCaretBlock } from './lexical/mark-caret-block.ts'
import './caret-view.css'

/** How the page is shown while someone writes, beside how it always is. */
export interface WritingStyle {
  /** The block with the caret stands out. */
  readonly isFocused: boolean
  /** The line of the caret stays at one height. */
  readonly isTypewriter: boolean
}

/** Follows the caret: nothing of it is there while neither is asked for. */
export function CaretView({ isFocused, isTypewriter }: WritingStyle) {
  const { core } = useEditorView()
  useEffect(() => (isFocused ? markCaretBlock(core.editor) : undefined), [core, isFocused])
  useEffect(() => (isTypewriter ? holdCaretLine(core.editor) : undefined), [core, isTypewriter])
  return isFocused ? <PageHeading /> : null
}

/** The page's own heading is hidden with all else: the story's takes its place for those who do not see it. */
function PageHeading() {
  const { translate } = useEditorView()
  const headline = useViewState('headline')
  return <h1 className="editor-unseen">{headline === '' ? translate('editor.headline') : headline}</h1>
}
