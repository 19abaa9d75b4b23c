import { ChevronDown } from 'lucide-react'
import { useRef, useState } from 'react'
import { useEditorView, useViewState } from './editor-context.ts'
import { KindList } from './late-parts.ts'

/** The menu that turns the selected blocks into paragraphs, headings or quotations. */
export function KindMenu() {
  const { translate } = useEditorView()
  const kind = useViewState('kind')
  const anchor = useRef<HTMLButtonElement | null>(null)
  const [isOpen, setOpen] = useState(false)
  const name = translate(`editor.kind-${kind}`)
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className="editor-tool is-wide"
        aria-label={translate('editor.kind', { kind: name })}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setOpen(!isOpen)}
      >
        {name}
        <ChevronDown size={16} strokeWidth={1.6} aria-hidden />
      </button>
      {isOpen ? <KindList kind={kind} anchor={anchor} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
