import { useEffect, useState } from 'react'
import { isRedaksiError, type RedaksiError } from '../../../base/errors.ts'
import { useTexts } from '../../../base/ui/texts.tsx'
import { formatMonth, formatNumber } from '../../../base/ui/time.ts'
import type { AppClient } from '../../../bridge/index.ts'
import type { Archive } from '../../../newsroom/drafts/index.ts'
import type { Desk } from '../desk.ts'
import { WidePage } from '../page/wide-page.tsx'
import { ArchiveStory } from './archive-story.tsx'
import './archive.css'

/** What went out, by month: when, where it can be read, and what came of it. */
export function ArchivePane({ desk }: { readonly desk: Desk }) {
  const { client, places } = desk
  const { translate, locale } = useTexts()
  const [asked, setAsked] = useState<string | null>(null)
  const { archive, error } = useArchive(client, asked)
  const months = archive?.months ?? []
  const ways = months.map(({ value, count }) => (
    <button
      key={value}
      type="button"
      className="wide-way archive-month"
      aria-current={value === archive?.month}
      onClick={() => setAsked(value)}
    >
      {formatMonth(value, locale)} <span>{formatNumber(count, locale)}</span>
    </button>
  ))
  return (
    <WidePage
      label={translate('archive.title')}
      waysLabel={translate('archive.month')}
      ways={ways}
      onBack={() => places.toggleView('archive')}
    >
      {error === null ? null : (
        <p className="empty" role="alert">
          {translate('archive.failed', { reason: translate(error.code, error.details) })}
        </p>
      )}
      {archive === null ? null : archive.month === null ? (
        <section className="archive">
          <h1>{translate('archive.title')}</h1>
          <p>{translate('archive.empty')}</p>
        </section>
      ) : (
        <section className="archive" aria-label={formatMonth(archive.month, locale)}>
          <h1>
            {formatMonth(archive.month, locale)}{' '}
            <small>{translate('archive.count', { count: formatNumber(archive.rows.length, locale) })}</small>
          </h1>
          <ul>
            {archive.rows.map((row) => (
              <ArchiveStory key={row.id} row={row} desk={desk} />
            ))}
          </ul>
        </section>
      )}
    </WidePage>
  )
}

/** Keeps the archive in step with what leaves. The month that is shown stays until another one is there. */
function useArchive(client: AppClient, month: string | null) {
  const [state, setState] = useState<{ archive: Archive | null; error: RedaksiError | null }>({
    archive: null,
    error: null,
  })
  useEffect(() => {
    let isOn = true
    const load = async () => {
      try {
        const archive = await client.drafts.readArchive(month === null ? {} : { month })
        if (isOn) setState({ archive, error: null })
      } catch (error) {
        if (!isRedaksiError(error)) throw error
        if (isOn) setState((before) => ({ ...before, error }))
      }
    }
    const events = ['publish.outboxChanged', 'drafts.removed', 'bridge.found'] as const
    const stops = events.map((event) => client.on(event, () => void load()))
    void load()
    return () => {
      isOn = false
      for (const stop of stops) stop()
    }
  }, [client, month])
  return state
}
