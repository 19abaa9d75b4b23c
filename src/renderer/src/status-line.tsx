import { useSyncExternalStore, type ReactNode } from 'react'
import { isRedaksiError } from '../../base/errors.ts'
import { Button } from '../../base/ui/button.tsx'
import { useTexts } from '../../base/ui/texts.tsx'
import { formatNumber } from '../../base/ui/time.ts'
import type { DraftSession, SaveState } from '../../newsroom/drafts/ui/index.ts'
import { ConnectionWords, type OutboxState } from '../../newsroom/publish/ui/index.ts'
import { NoticeWords } from './notice.tsx'

/** Words a minute that a reader of Indonesian news takes in. */
const READING_SPEED = 200

export interface StatusLineProps {
  readonly session: DraftSession | null
  readonly outbox: OutboxState | null
  readonly words: number | null
  readonly isReadOnly: boolean
  readonly onOutbox: () => void
  /** What further there is to say, before what was just done. */
  readonly news: ReactNode
  /** Who writes here, as initials; null while nobody has said. */
  readonly person: string | null
  /** Leads to where that is said. */
  readonly onPerson: () => void
  /** Brings back what focus mode hides; null outside it. */
  readonly onLeaveFocus: (() => void) | null
}

/** The one quiet line: saved or not, online or not, what was just done, and how long the story is. */
export function StatusLine(props: StatusLineProps) {
  const { session, outbox, words, person, isReadOnly, onOutbox, onLeaveFocus, news } = props
  const { translate, locale } = useTexts()
  const waiting = outbox?.entries.length ?? 0
  return (
    <footer className="status-line" aria-label={translate('app.status')} role="contentinfo">
      {isReadOnly ? (
        <span role="status">{translate('app.read-only')}</span>
      ) : session === null ? null : (
        <SaveWords session={session} />
      )}
      <ConnectionWords connection={outbox?.connection ?? null} />
      <Button isSmall onPress={onOutbox}>
        {translate('publish.outbox.show', { count: waiting })}
      </Button>
      {news}
      <NoticeWords />
      {onLeaveFocus === null ? null : (
        <Button isSmall onPress={onLeaveFocus}>
          {translate('app.focus-leave')}
        </Button>
      )}
      <span className="push" />
      {words === null ? null : (
        <span className="counts">
          {translate('count.words', { count: formatNumber(words, locale) })} ·{' '}
          {translate('count.minutes', { count: Math.max(1, Math.round(words / READING_SPEED)) })}
        </span>
      )}
      <Button isSmall onPress={props.onPerson} aria-label={translate('app.person', { person: person ?? '' })}>
        {person ?? translate('app.person.nobody')}
      </Button>
    </footer>
  )
}

function SaveWords({ session }: { readonly session: DraftSession }) {
  const { translate } = useTexts()
  const state = useSyncExternalStore(session.subscribe, session.getState)
  return (
    <span role="status" className={`save-words is-${state.kind}`}>
      {describe(state, translate)}
    </span>
  )
}

function describe(state: SaveState, translate: ReturnType<typeof useTexts>['translate']): string {
  if (state.kind !== 'failed') return translate(`save.${state.kind}`)
  const { error } = state
  // Here a person sees the text, and nothing else matters; where the file lies does not.
  if (isRedaksiError(error, 'base.disk-full')) return translate('save.failed.disk-full')
  return translate('save.failed', { reason: translate(error.code, error.details) })
}
