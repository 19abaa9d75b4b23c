import { lazy } from 'react'
import { formatCreditLine } from '../../story/index.ts'
import { AddChip, Chip } from './chip.tsx'
import { useEditorView } from './editor-context.ts'
import { creditState } from './lexical/states.ts'
import { useChipForm } from './use-chip-form.ts'
import { useField } from './use-field.ts'

const CreditForm = lazy(() => import('./credit-form.tsx').then((form) => ({ default: form.CreditForm })))

/** The credit line, after the last block. */
export function CreditChip() {
  const { house, translate, isReadOnly } = useEditorView()
  const credit = useField(creditState)
  const { isOpen, setOpen, step } = useChipForm()
  const props = {
    label: translate('editor.credit'),
    isOpen,
    onOpenChange: setOpen,
    form: <CreditForm step={step} onClose={() => setOpen(false)} />,
  }
  if (credit !== null) {
    return (
      <div className="editor-credit">
        <Chip {...props} text={formatCreditLine(credit, house.credit)} />
      </div>
    )
  }
  return isReadOnly ? null : (
    <AddChip {...props} className="editor-credit" text={translate('editor.credit-add')} />
  )
}
