import { CaseSensitive, Regex, WholeWord } from 'lucide-react'
import type { RefObject } from 'react'
import { useTexts } from '../../../../base/ui/texts.tsx'
import { formatNumber } from '../../../../base/ui/time.ts'
import type { FindQuery } from '../../find-text.ts'
import { BarButton } from './bar-button.tsx'
import type { FindState, FindStore } from './find-store.ts'

interface FindPartProps {
  readonly store: FindStore
  readonly state: FindState
}

type Flag = Exclude<keyof FindQuery, 'text'>

const FLAGS = [
  { flag: 'matchCase', icon: CaseSensitive, code: 'KeyC', keys: 'Alt C' },
  { flag: 'wholeWord', icon: WholeWord, code: 'KeyW', keys: 'Alt W' },
  { flag: 'isPattern', icon: Regex, code: 'KeyR', keys: 'Alt R' },
] as const satisfies readonly {
  readonly flag: Flag
  readonly code: string
  readonly [key: string]: unknown
}[]

/** The way of looking that a key switches, or null. */
export function readFlagKey({ altKey, ctrlKey, metaKey, code }: KeyboardEvent): Flag | null {
  if (!altKey || ctrlKey || metaKey) return null
  return FLAGS.find((each) => each.code === code)?.flag ?? null
}

/** The field for what is looked for: Enter goes on, with Shift back. */
export function FindField(props: FindPartProps & { readonly fieldRef: RefObject<HTMLInputElement | null> }) {
  const { store, state, fieldRef } = props
  const { translate } = useTexts()
  const isRefused = isProblem(state.outcome)
  return (
    <input
      ref={fieldRef}
      className="editor-input find-field"
      aria-label={translate('find.field')}
      aria-invalid={isRefused || undefined}
      placeholder={translate('find.field')}
      value={state.query.text}
      spellCheck={false}
      autoCorrect="off"
      autoComplete="off"
      onChange={(event) => store.setQuery({ text: event.target.value })}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        event.preventDefault()
        store.go(event.shiftKey ? -1 : 1)
      }}
    />
  )
}

/** In which way it is looked for. */
export function FindFlags({ store, state }: FindPartProps) {
  const { translate } = useTexts()
  return FLAGS.map(({ flag, icon, keys }) => (
    <BarButton
      key={flag}
      icon={icon}
      label={translate(`find.flag.${flag}`)}
      keys={keys}
      isPressed={state.query[flag]}
      onPress={() => store.setQuery({ [flag]: !state.query[flag] })}
    />
  ))
}

/** Where one is among the finds, or what was just done. */
export function FindCount({
  state,
  replaced,
}: {
  readonly state: FindState
  readonly replaced: number | null
}) {
  const { translate, locale } = useTexts()
  const say = (count: number) => formatNumber(count, locale)
  const { found, current, isMore, outcome } = state
  const all = isMore ? `${say(found.length)}+` : say(found.length)
  const words =
    replaced !== null
      ? translate('find.replaced', { count: say(replaced) })
      : outcome !== 'found'
        ? ''
        : current === null
          ? translate('find.none')
          : translate('find.count', { at: say(current + 1), count: all })
  return (
    <span className="find-count" role="status">
      {words}
    </span>
  )
}

/** Why nothing could be looked for. */
export function FindProblem({ outcome }: Pick<FindState, 'outcome'>) {
  const { translate } = useTexts()
  if (!isProblem(outcome)) return null
  return (
    <p className="editor-problem" role="alert">
      {translate(`find.problem.${outcome}`)}
    </p>
  )
}

function isProblem(outcome: FindState['outcome']): boolean {
  return outcome === 'invalid' || outcome === 'slow' || outcome === 'unavailable'
}
