import { useEffect, useRef, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useTexts } from '../../base/ui/texts.tsx'
import type { AppClient, AppInfo } from '../../bridge/index.ts'
import { Library, type SpareStore } from '../../newsroom/drafts/ui/index.ts'
import type { House } from '../../newsroom/house/index.ts'
import { OutboxPage, useOutbox } from '../../newsroom/publish/ui/index.ts'
import { runKey } from './commands/index.ts'
import { countWords } from '../../newsroom/drafts/index.ts'
import { Inspector } from './inspector.tsx'
import { NoticeProvider } from './notice.tsx'
import { PageHead } from './page/page-head.tsx'
import { StoryPage } from './page/story-page.tsx'
import { useOpenDraft, type OpenDraft } from './page/use-open-draft.ts'
import { SettingsMenu } from './settings-menu.tsx'
import { StatusLine } from './status-line.tsx'
import { isSignedOff, useDesk, useWordCount } from './use-desk.ts'
import { useHost } from './use-host.ts'
import { usePageLife } from './use-page-life.ts'

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

// oxlint-disable-next-line max-lines-per-function -- the arrangement of the desk, in one view
function Desk({ client, info, house, spares }: AppProps) {
  const { translate } = useTexts()
  const [selected, setSelected] = useState<string | null>(readSelected)
  const [isOutboxShown, setOutboxShown] = useState(false)
  const [isLibraryShown, setLibraryShown] = useState(true)
  const searchRef = useRef<HTMLInputElement>(null)
  const outbox = useOutbox(client)
  const { open, error } = useOpenDraft({ client, spares }, selected)
  const select = (id: string) => {
    setSelected(id)
    setOutboxShown(false)
  }
  const desk = useDesk({ client, open, select, searchRef })
  const words = useWordCount(open, countOpen)
  useKeys(desk)
  useHost(client, desk, select)
  usePageLife(client, open)
  useEffect(() => writeSelected(selected), [selected])
  const isReadOnly = info.isReadOnly
  return (
    <div className={isLibraryShown ? 'desk' : 'desk is-library-folded'}>
      <Library
        client={client}
        office={house.organisation.short}
        selected={isOutboxShown ? null : selected}
        onSelect={select}
        onNew={() => void desk.startDraft()}
        searchRef={searchRef}
        tools={<SettingsMenu />}
        isReadOnly={isReadOnly}
      />
      <main className="page" aria-label={translate('app.page')}>
        {isOutboxShown && outbox !== null ? (
          <OutboxPage
            outbox={outbox}
            acts={{ onRetry: desk.retry, onDrop: desk.drop, onSync: desk.sync, onOpen: select }}
          />
        ) : open === null ? (
          <Welcome words={error === null ? null : translate(error.code, error.details)} />
        ) : (
          <>
            <PageHead
              open={open}
              staff={house.staff}
              isApproved={isSignedOff(open)}
              publishBar={getPublishBar(open, translate)}
              isReadOnly={isReadOnly}
              onLibrary={() => setLibraryShown((isShown) => !isShown)}
              onExport={(format) => void desk.exportAs(format)}
              onApprove={(by) => void desk.approve(by)}
              onPublish={() => void desk.publish()}
              onTrash={() => void desk.trash()}
              onUntrash={() => void desk.untrash()}
            />
            <StoryPage
              open={open}
              house={house}
              isReadOnly={isReadOnly}
              onCopy={() => void desk.copy()}
              onNewest={() => void desk.showNewest()}
            />
          </>
        )}
      </main>
      <Inspector
        client={client}
        open={isOutboxShown ? null : open}
        outbox={outbox}
        desk={desk}
        isReadOnly={isReadOnly}
      />
      <StatusLine
        session={isOutboxShown ? null : (open?.session ?? null)}
        outbox={outbox}
        words={isOutboxShown ? null : words}
        isReadOnly={isReadOnly}
        onOutbox={() => setOutboxShown((isShown) => !isShown)}
      />
    </div>
  )
}

function Welcome({ words }: { readonly words: string | null }) {
  const { translate } = useTexts()
  return (
    <div className="welcome">
      {words === null ? (
        <>
          <p>{translate('app.welcome')}</p>
          <p className="help">{translate('app.welcome.keys')}</p>
        </>
      ) : (
        <p role="alert">{words}</p>
      )}
    </div>
  )
}

function useKeys(desk: ReturnType<typeof useDesk>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && runKey(event, desk)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [desk])
}

function getPublishBar(open: OpenDraft, translate: ReturnType<typeof useTexts>['translate']): string | null {
  return isSignedOff(open) ? null : translate('app.publish.first-approve')
}

function countOpen({ editor, draft }: OpenDraft): number {
  return countWords(editor.current?.getStory() ?? draft.story)
}

/** The open story is part of the address, so that a reload comes back to it. */
function readSelected(): string | null {
  const id = location.hash.slice(1)
  return /^[0-9a-f-]{36}$/.test(id) ? id : null
}

function writeSelected(id: string | null): void {
  if (id !== null) history.replaceState(null, '', `#${id}`)
}
