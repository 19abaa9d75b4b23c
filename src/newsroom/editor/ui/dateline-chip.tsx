import { formatDateline } from '../../story/index.ts'
import { AddChip, Chip } from './chip.tsx'
import { useEditorView, useViewState } from './editor-context.ts'
import { DatelineForm } from './late-parts.ts'
import { useChipForm } from './use-chip-form.ts'
import { useLedeSpace } from './use-lede-space.ts'

/** The dateline, at the start of the lede. It lies over a space of its size, which `useLedeSpace` keeps free in the text. */
export function DatelineChip() {
  const { house, translate, isReadOnly } = useEditorView()
  const dateline = useViewState('dateline')
  const { step, anchor, toggle, close, leave } = useChipForm()
  const text = dateline === null ? '' : formatDateline(dateline, house.dateline.pattern).trimEnd()
  useLedeSpace(anchor, text)
  const props = {
    label: translate('editor.dateline'),
    anchor,
    isOpen: step !== null,
    onToggle: toggle,
  }
  // The form stands apart from the chip: it stays as it is when the chip comes and goes under it.
  return (
    <>
      {dateline !== null ? (
        <div className="editor-dateline">
          <Chip {...props} text={text} />
        </div>
      ) : isReadOnly ? null : (
        <AddChip {...props} className="editor-add-dateline" text={translate('editor.dateline-add')} />
      )}
      {step === null ? null : <DatelineForm step={step} anchor={anchor} onClose={close} onLeave={leave} />}
    </>
  )
}
