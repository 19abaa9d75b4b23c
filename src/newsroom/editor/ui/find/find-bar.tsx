import { useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { useTexts } from '../../../../base/ui/texts.tsx'
import { useEditorView } from '../editor-context.ts'
import './find.css'
import { FindProblem, readFlagKey } from './find-field.tsx'
import type { FindRequest } from './find-request.ts'
import { FindRow } from './find-row.tsx'
import { ReplaceList } from './replace-list.tsx'
import { ReplaceRow } from './replace-row.tsx'
import { goToFound, useFind } from './use-find.ts'
import { useReplacing } from './use-replacing.ts'
import { readCurrent, useRequest } from './use-request.ts'
import { useSteadyText } from './use-steady-text.ts'

export interface FindBarProps {
  /** What was asked for last: another object each time. */
  readonly request: FindRequest
  readonly headlineRef: RefObject<HTMLTextAreaElement | null>
  onClose(): void
}

/** Finding and replacing in the open story, in rows above it: Enter goes on, Shift Enter back, Esc into the text. */
export function FindBar({ request, headlineRef, onClose }: FindBarProps) {
  const { core, isReadOnly } = useEditorView()
  const { translate } = useTexts()
  const { store, state } = useFind(headlineRef, request)
  const barRef = useRef<HTMLElement | null>(null)
  const fieldRef = useRef<HTMLInputElement | null>(null)
  const [isReplacing, setReplacing] = useState(false)
  const [isListed, setListed] = useState(false)
  const replacing = useReplacing(store)
  const focusField = () => fieldRef.current?.focus()
  const goToText = () => goToFound(core, headlineRef.current, readCurrent(store))
  const close = () => {
    onClose()
    goToText()
  }
  const closeList = (act?: () => void) => {
    setListed(false)
    act?.()
    focusField()
  }
  useSteadyText(barRef)
  useRequest(request, store, goToText, () => {
    if (request.act === 'replace') setReplacing(true)
    fieldRef.current?.select()
    focusField()
  })

  const handleKey = (event: KeyboardEvent<HTMLElement>) => {
    const flag = readFlagKey(event.nativeEvent)
    if (event.nativeEvent.isComposing) return
    if (flag !== null) store.setQuery({ [flag]: !state.query[flag] })
    else if (event.key === 'Escape') (isListed ? closeList : close)()
    else return replacing.handleKey(event)
    event.preventDefault()
  }
  return (
    <search ref={barRef} className="find-bar" aria-label={translate('find.bar')} onKeyDown={handleKey}>
      <FindRow
        {...{ store, state, fieldRef, isReplacing }}
        replaced={replacing.replaced}
        onReplacing={isReadOnly ? null : () => setReplacing(!isReplacing)}
        onClose={close}
      />
      <FindProblem outcome={state.outcome} />
      {isReplacing && !isReadOnly ? (
        <ReplaceRow {...{ store, state, isListed, replacing }} onList={() => setListed(!isListed)} />
      ) : null}
      {isListed && isReplacing && state.current !== null ? (
        <ReplaceList
          plan={store.plan()}
          texts={state.texts}
          isMore={state.isMore}
          onCancel={() => closeList()}
          onReplace={(plan) => closeList(() => replacing.replace(plan))}
        />
      ) : null}
    </search>
  )
}
