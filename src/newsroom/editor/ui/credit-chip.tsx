import { formatCreditLine } from '../../story/index.ts'
import { AddChip, Chip } from './chip.tsx'
import { useEditorView, useViewState } from './editor-context.ts'
import { CreditForm } from './late-parts.ts'
import { useChipForm } from './use-chip-form.ts'

/** The credit line, after the last block. */
export function CreditChip() {
  const { house, translate, isReadOnly } = useEditorView()
  const credit = useViewState('credit')
  const { step, anchor, toggle, close, leave } = useChipForm()
  const props = {
    label: translate('editor.credit'),
    anchor,
    isOpen: step !== null,
    onToggle: toggle,
  }
  // The form stands apart from the chip: it stays as it is when the chip comes and goes under it.
  return (
    <>
      {credit !== null ? (
        <div className="editor-credit">
          <Chip {...props} text={formatCreditLine(credit, house.credit)} />
        </div>
      ) : isReadOnly ? null : (
        <AddChip {...props} className="editor-credit" text={translate('editor.credit-add')} />
      )}
      {step === null ? null : <CreditForm step={step} anchor={anchor} onClose={close} onLeave={leave} />}
    </>
  )
}
