import { lazy, useRef } from 'react'
import { formatDateline } from '../../story/index.ts'
import { AddChip, Chip } from './chip.tsx'
import { useEditorView } from './editor-context.ts'
import { datelineState } from './lexical/states.ts'
import { useChipForm } from './use-chip-form.ts'
import { useField } from './use-field.ts'
import { useLedeSpace } from './use-lede-space.ts'

const DatelineForm = lazy(() =>
  import('./dateline-form.tsx').then((form) => ({ default: form.DatelineForm })),
)

/** The dateline, at the start of the lede. It lies over a space of its size, which `useLedeSpace` keeps free in the text. */
export function DatelineChip() {
  const { house, translate, isReadOnly } = useEditorView()
  const dateline = useField(datelineState)
  const chipRef = useRef<HTMLSpanElement | null>(null)
  const { isOpen, setOpen, step } = useChipForm()
  const text = dateline === null ? '' : formatDateline(dateline, house.dateline.pattern)
  useLedeSpace(chipRef, text)
  const props = {
    label: translate('editor.dateline'),
    isOpen,
    onOpenChange: setOpen,
    form: <DatelineForm step={step} onClose={() => setOpen(false)} />,
  }
  if (dateline !== null) {
    return (
      <div className="editor-dateline">
        <Chip {...props} chipRef={chipRef} text={text.trimEnd()} />
      </div>
    )
  }
  return isReadOnly ? null : (
    <AddChip {...props} className="editor-add-dateline" text={translate('editor.dateline-add')} />
  )
}
