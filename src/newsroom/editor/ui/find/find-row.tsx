import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, X } from 'lucide-react'
import type { RefObject } from 'react'
import { useTexts } from '../../../../base/ui/texts.tsx'
import { BarButton } from './bar-button.tsx'
import { FindCount, FindField, FindFlags } from './find-field.tsx'
import type { FindState, FindStore } from './find-store.ts'

/** The first row of the bar: what is looked for, how, and where one is. */
export function FindRow(props: {
  readonly store: FindStore
  readonly state: FindState
  readonly replaced: number | null
  readonly fieldRef: RefObject<HTMLInputElement | null>
  readonly isReplacing: boolean
  /** Shows or hides what replaces; null where nothing can be replaced. */
  readonly onReplacing: (() => void) | null
  readonly onClose: () => void
}) {
  const { store, state, isReplacing, onReplacing } = props
  const { translate } = useTexts()
  const isNothing = state.current === null
  return (
    <div className="find-row">
      {onReplacing === null ? null : (
        <BarButton
          icon={isReplacing ? ChevronDown : ChevronRight}
          label={translate('find.replacing')}
          isExpanded={isReplacing}
          onPress={onReplacing}
        />
      )}
      <FindField store={store} state={state} fieldRef={props.fieldRef} />
      <FindFlags store={store} state={state} />
      <FindCount state={state} replaced={props.replaced} />
      <BarButton
        icon={ArrowUp}
        label={translate('find.previous')}
        keys="Shift F3"
        isDisabled={isNothing}
        onPress={() => store.go(-1)}
      />
      <BarButton
        icon={ArrowDown}
        label={translate('find.next')}
        keys="F3"
        isDisabled={isNothing}
        onPress={() => store.go(1)}
      />
      <BarButton icon={X} label={translate('find.close')} keys="Esc" onPress={props.onClose} />
    </div>
  )
}
