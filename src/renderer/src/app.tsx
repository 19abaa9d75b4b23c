import { useEffect } from 'react'
import { useLateParts } from '../../base/ui/late.tsx'
import type { AppClient, AppInfo } from '../../bridge/index.ts'
import type { SpareStore } from '../../newsroom/drafts/ui/index.ts'
import type { House } from '../../newsroom/house/index.ts'
import { useHouse } from '../../newsroom/house/ui/index.ts'
import type { PutBlob } from '../../newsroom/photos/ui/index.ts'
import { useOutbox } from '../../newsroom/publish/ui/index.ts'
import { runKey } from './commands/index.ts'
import type { Desk as DeskActs } from './desk.ts'
import { Inspector } from './inspector.tsx'
import { LibrarySide } from './library-side.tsx'
import { NoticeProvider } from './notice.tsx'
import { Overlays } from './palette/overlays.tsx'
import { PagePane } from './page/page-pane.tsx'
import type { StoredDraft } from './page/stored-draft.ts'
import { useOpenDraft } from './page/use-open-draft.ts'
import { PhotosProvider } from './photos/photos-desk.tsx'
import { QuietStorage } from './quiet-storage.tsx'
import { StatusLine } from './status-line.tsx'
import { useDesk } from './use-desk.ts'
import { useHost } from './use-host.ts'
import { useInfo } from './use-info.ts'
import { usePageLife } from './use-page-life.ts'
import { leaveFocus, useFocusMode } from './view/use-focus-mode.ts'
import { useInspectorOver } from './view/use-inspector-over.ts'
import { StoryViews } from './view/story-views.tsx'
import { useRegionKeys } from './use-region-keys.ts'
import { usePlaces } from './use-places.ts'
import { useWordCount } from './use-word-count.ts'

export interface AppProps {
  readonly client: AppClient
  readonly info: AppInfo
  readonly house: House
  readonly spares: SpareStore
  /** The draft that the address names, read before anything was shown. */
  readonly first: StoredDraft | null
  readonly putBlob: PutBlob
}

/** The desk: library, page, inspector, and the quiet line below. */
export function App(props: AppProps) {
  return (
    <NoticeProvider>
      <Desk {...props} />
    </NoticeProvider>
  )
}

function Desk({ client, spares, first, putBlob, ...read }: AppProps) {
  const { selected, view, isStory, section, compared, tab, overlay, library, searchRef, places } = usePlaces(
    read.info.firstStep === null || read.info.isReadOnly ? 'story' : 'first-steps',
  )
  const { isReadOnly, person, firstStep } = useInfo(client, read.info)
  const house = useHouse(client, read.house)
  const outbox = useOutbox(client)
  const state = useOpenDraft({ client, spares, first }, selected)
  const shown = isStory ? state.open : null
  const desk = useDesk({ client, house, person, open: shown, places, isReadOnly, putBlob })
  useKeys(desk)
  useRegionKeys()
  useLateParts()
  useHost(desk)
  usePageLife(client, state.open)
  const words = useWordCount(shown)
  const isFocused = useFocusMode(shown)
  const isInspectorOver = useInspectorOver()
  const toggleOutbox = () => places.toggleView('outbox')
  const common = { client, outbox, run: desk.run, isReadOnly }
  return (
    <PhotosProvider client={client} putBlob={putBlob} open={state.open} places={places}>
      <div
        className={`desk is-library-${library.fold}${isFocused ? ' is-focused' : ''}${isInspectorOver ? ' is-inspector-over' : ''}`}
      >
        <LibrarySide
          {...{ desk, library, searchRef }}
          selected={isStory ? selected : null}
          isDue={selected === null || state.open !== null || state.error !== null}
          onOutbox={toggleOutbox}
        />
        <PagePane
          {...common}
          state={state}
          house={house}
          view={view}
          settings={{ desk, section }}
          firstStep={firstStep}
          compared={compared}
          onSelect={places.select}
          onLibrary={library.isRailed ? null : places.toggleLibrary}
        />
        <Inspector {...common} house={house} open={shown} tab={tab} onTab={places.showTab} />
        {shown === null ? null : <StoryViews key={shown.draft.id} open={shown} house={house} />}
        <StatusLine
          {...common}
          person={person}
          onPerson={() => places.showSettings('person')}
          session={shown?.session ?? null}
          words={words}
          onOutbox={toggleOutbox}
          news={<QuietStorage desk={desk} />}
          onLeaveFocus={isFocused ? leaveFocus : null}
        />
        <Overlays desk={desk} overlay={overlay} />
      </div>
    </PhotosProvider>
  )
}

function useKeys(desk: DeskActs): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && runKey(event, desk)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [desk])
}
