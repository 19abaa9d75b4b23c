import { useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useTexts } from '../../base/ui/texts.tsx'
import type { AppClient, AppInfo } from '../../bridge/index.ts'
import { Library, type SpareStore } from '../../newsroom/drafts/ui/index.ts'
import type { House } from '../../newsroom/house/index.ts'
import { useOutbox } from '../../newsroom/publish/ui/index.ts'
import { runKey } from './commands/index.ts'
import { startDraftCommand } from './commands/start-draft.ts'
import type { RunAct } from './desk.ts'
import { Inspector } from './inspector.tsx'
import { LibraryRail } from './library-rail.tsx'
import { NoticeProvider } from './notice.tsx'
import { PagePane } from './page/page-pane.tsx'
import { useOpenDraft } from './page/use-open-draft.ts'
import { SettingsMenu } from './settings-menu.tsx'
import { StatusLine } from './status-line.tsx'
import { useDesk } from './use-desk.ts'
import { useHost } from './use-host.ts'
import { usePageLife } from './use-page-life.ts'
import { usePlaces } from './use-places.ts'
import { useWordCount } from './use-word-count.ts'

export interface AppProps {
  readonly client: AppClient
  readonly info: AppInfo
  readonly house: House
  readonly spares: SpareStore
}

/** The desk: library, page, inspector, and the quiet line below. */
export function App(props: AppProps) {
  const { locale } = useTexts()
  return (
    <I18nProvider locale={locale === 'id' ? 'id-ID' : 'en-GB'}>
      <NoticeProvider>
        <Desk {...props} />
      </NoticeProvider>
    </I18nProvider>
  )
}

function Desk({ client, info: { isReadOnly }, house, spares }: AppProps) {
  const { selected, select, isOutboxShown, toggleOutbox, library, searchRef, focusSearch } = usePlaces()
  const outbox = useOutbox(client)
  const state = useOpenDraft({ client, spares }, selected)
  const run = useDesk({ client, open: state.open, select, focusSearch })
  useKeys(run)
  useHost(client, run, select)
  usePageLife(client, state.open)
  const words = useWordCount(state.open)
  const shown = isOutboxShown ? null : state.open
  const startDraft = () => run(startDraftCommand.run)
  const common = { client, outbox, run, isReadOnly }
  return (
    <div className={`desk is-library-${library.fold}`}>
      {library.isRailed ? (
        <LibraryRail
          isReadOnly={isReadOnly}
          tools={<SettingsMenu />}
          onOpen={library.open}
          onNew={startDraft}
          onSearch={focusSearch}
          onOutbox={toggleOutbox}
        />
      ) : null}
      <Library
        client={client}
        office={house.organisation.short}
        selected={isOutboxShown ? null : selected}
        onSelect={select}
        onNew={startDraft}
        searchRef={searchRef}
        tools={<SettingsMenu />}
        isReadOnly={isReadOnly}
      />
      <PagePane
        {...common}
        state={state}
        house={house}
        outbox={isOutboxShown ? outbox : null}
        onSelect={select}
        onLibrary={library.isRailed ? null : library.toggleFold}
      />
      <Inspector {...common} open={shown} />
      <StatusLine
        {...common}
        session={shown?.session ?? null}
        words={shown === null ? null : words}
        onOutbox={toggleOutbox}
      />
    </div>
  )
}

function useKeys(run: RunAct): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && runKey(event, run)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [run])
}
