import { useRef } from 'react'
import { useTexts } from '../../../../base/ui/texts.tsx'
import type { FindState, FindStore } from './find-store.ts'
import type { Replacing } from './use-replacing.ts'

/** The second row of the bar: what is to stand in the place of what was found. */
export function ReplaceRow(props: {
  readonly store: FindStore
  readonly state: FindState
  readonly isListed: boolean
  readonly replacing: Replacing
  onList(): void
}) {
  const { store, state, isListed, replacing } = props
  const { translate } = useTexts()
  const fieldRef = useRef<HTMLInputElement | null>(null)
  const isNothing = state.current === null
  return (
    <div className="find-row">
      <span className="find-gap" />
      <input
        ref={fieldRef}
        className="editor-input find-field"
        aria-label={translate('find.replacement')}
        placeholder={translate('find.replacement')}
        value={state.replacement}
        spellCheck={false}
        autoCorrect="off"
        autoComplete="off"
        onChange={(event) => store.setReplacement(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          replacing.replaceOne()
        }}
      />
      <button type="button" className="editor-btn" disabled={isNothing} onClick={replacing.replaceOne}>
        {translate('find.replace')}
      </button>
      <button
        type="button"
        className="editor-btn is-soft"
        disabled={isNothing}
        aria-expanded={isListed}
        onClick={props.onList}
      >
        {translate('find.replace-all')}
      </button>
      {replacing.replaced !== null && replacing.replaced > 0 ? (
        <button
          type="button"
          className="editor-btn"
          onClick={() => {
            replacing.undo()
            // The button goes with what it undid.
            fieldRef.current?.focus()
          }}
        >
          {translate('find.undo')}
        </button>
      ) : null}
    </div>
  )
}
