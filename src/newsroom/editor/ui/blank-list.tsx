import { useLayoutEffect, useRef } from 'react'
import { useEditorView } from './editor-context.ts'
import type { BlankAtCaret, Suggestions } from './use-suggestions.ts'

/**
 * The suggestions under a blank. The focus stays where one types, so that typing over a blank is never in their way; the
 * list is said to belong to that field, and a quiet line tells which blank it is.
 */
export function BlankList(props: {
  readonly current: BlankAtCaret | null
  readonly suggestions: Suggestions
  readonly getAnchor: () => Element | null
  readonly onChoose: (value: string) => void
}) {
  const { current, suggestions } = props
  const { guide, translate } = useEditorView()
  const ref = useRef<HTMLDivElement | null>(null)
  useLayoutEffect(() => putUnder(ref.current, props.getAnchor()))
  const { label = '' } = current ?? {}
  return (
    <>
      <span className="editor-unseen" aria-live="polite">
        {current === null || current.typed !== null
          ? ''
          : translate('editor.blank-said', {
              label,
              kind: translate(`editor.blank-kind-${guide.getRule(label).kind}`),
              count: suggestions.options.length,
            })}
      </span>
      {current === null || suggestions.options.length === 0 ? null : (
        <div
          ref={ref}
          id={suggestions.id}
          role="listbox"
          aria-label={translate('editor.blank-suggestions', { label })}
          className="editor-blank-list"
        >
          {suggestions.options.map((value, i) => (
            <div
              key={value}
              id={`${suggestions.id}-${i}`}
              role="option"
              aria-selected={i === suggestions.active}
              className="editor-suggestion"
              data-focused={i === suggestions.active || undefined}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => props.onChoose(value)}
            >
              {value}
            </div>
          ))}
        </div>
      )}
    </>
  )
}

/** Places the list below the blank, within the page that scrolls. */
function putUnder(list: HTMLElement | null, anchor: Element | null): void {
  const page = list?.offsetParent
  if (list === null || anchor === null || page == null) return
  const [at, around] = [anchor.getBoundingClientRect(), page.getBoundingClientRect()]
  const left = Math.min(at.left - around.left, around.width - list.offsetWidth - 12)
  list.style.setProperty('left', `${Math.max(12, left)}px`)
  list.style.setProperty('top', `${at.bottom - around.top + page.scrollTop + 6}px`)
}
