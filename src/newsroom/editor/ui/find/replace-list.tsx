import { useEffect, useRef, useState } from 'react'
import { useTexts } from '../../../../base/ui/texts.tsx'
import { formatNumber } from '../../../../base/ui/time.ts'
import type { SearchedText } from '../../find-text.ts'
import { createPreviewLine, type Replacement } from '../../replacement.ts'

/** Lines that are shown at first, and again each time the end of the list is reached. */
const STEP = 100

/** All that would be replaced, before and after; each can be left out. */
export function ReplaceList(props: {
  readonly plan: readonly Replacement[]
  readonly texts: readonly SearchedText[]
  readonly isMore: boolean
  onReplace(plan: readonly Replacement[]): void
  onCancel(): void
}) {
  const { plan, texts } = props
  const { translate, locale } = useTexts()
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const [shown, setShown] = useState(STEP)
  const kept = plan.filter((each) => !leftOut.has(nameOf(each)))
  const known = new Map(texts.map(({ at, text }) => [at, text]))
  const first = useRef<HTMLButtonElement | null>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <section className="find-list" aria-label={translate('find.list')}>
      <ul
        onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
          if (scrollTop + clientHeight > scrollHeight - clientHeight) setShown(shown + STEP)
        }}
      >
        {plan.slice(0, shown).map((each) => (
          <Line
            key={nameOf(each)}
            replacement={each}
            text={known.get(each.at) ?? ''}
            isKept={!leftOut.has(nameOf(each))}
            onToggle={() => setLeftOut(toggle(leftOut, nameOf(each)))}
          />
        ))}
      </ul>
      {plan.length > shown ? (
        <button type="button" className="editor-btn" onClick={() => setShown(shown + STEP)}>
          {translate('find.list-more', { count: formatNumber(plan.length - shown, locale) })}
        </button>
      ) : null}
      <div className="editor-acts">
        {props.isMore ? <p className="editor-help">{translate('find.list-capped')}</p> : null}
        <button type="button" className="editor-btn" onClick={props.onCancel}>
          {translate('find.list-cancel')}
        </button>
        <button
          ref={first}
          type="button"
          className="editor-btn is-soft"
          disabled={kept.length === 0}
          onClick={() => props.onReplace(kept)}
        >
          {translate('find.list-replace', { count: formatNumber(kept.length, locale) })}
        </button>
      </div>
    </section>
  )
}

function Line(props: {
  readonly replacement: Replacement
  readonly text: string
  readonly isKept: boolean
  onToggle(): void
}) {
  const { lead, before, after, trail } = createPreviewLine(props.text, props.replacement)
  return (
    <li>
      <label className="find-line">
        <input type="checkbox" checked={props.isKept} onChange={props.onToggle} />
        <span className="find-before">
          {lead}
          <del>{before}</del>
          {trail}
        </span>
        <span className="find-after">
          {lead}
          <ins>{after}</ins>
          {trail}
        </span>
      </label>
    </li>
  )
}

function nameOf({ at, start }: Replacement): string {
  return `${at} ${start}`
}

function toggle(names: ReadonlySet<string>, name: string): ReadonlySet<string> {
  const next = new Set(names)
  if (!next.delete(name)) next.add(name)
  return next
}
