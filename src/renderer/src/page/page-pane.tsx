import { createLate } from '../../../base/ui/late.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { AppClient, FirstStep } from '../../../bridge/index.ts'
import { getOfficeDay } from '../../../newsroom/formats/index.ts'
import { listPresentStaff, type House } from '../../../newsroom/house/index.ts'
import { OutboxPage, type OutboxState } from '../../../newsroom/publish/ui/index.ts'
import { addStaff } from '../acts/add-staff.ts'
import { approve } from '../acts/approve.ts'
import { exportAs } from '../acts/export-as.ts'
import { dropEntry, retryEntry } from '../acts/outbox.ts'
import { keepAsCopy, takeNewest } from '../acts/settle-refusal.ts'
import { runCommand } from '../commands/index.ts'
import { publishCommand } from '../commands/publish.ts'
import { showPublicationCommand } from '../commands/show-publication.ts'
import { syncCommand } from '../commands/sync.ts'
import { trashCommand } from '../commands/trash.ts'
import { untrashCommand } from '../commands/untrash.ts'
import type { RunAct } from '../desk.ts'
import type { View } from '../places.ts'
import type { SettingsPaneProps } from '../settings/settings-pane.tsx'
import { PageHead } from './page-head.tsx'
import { isSignedOff } from './sign-off.ts'
import { StoryPage } from './story-page.tsx'
import type { OpenDraft, OpenDraftState } from './use-open-draft.ts'
import { Welcome } from './welcome.tsx'

const TemplatesPane = createLate(async () => (await import('./templates-pane.tsx')).TemplatesPane, {
  hold: false,
})
const ComparePane = createLate(async () => (await import('../compare/compare-pane.tsx')).ComparePane, {
  hold: false,
})
const RecapPane = createLate(async () => (await import('./recap-pane.tsx')).RecapPane, { hold: false })
const SettingsPane = createLate(async () => (await import('../settings/settings-pane.tsx')).SettingsPane, {
  hold: false,
})
const ArchivePane = createLate(async () => (await import('../archive/archive-pane.tsx')).ArchivePane, {
  hold: false,
})
const HelpPane = createLate(async () => (await import('../help/help-pane.tsx')).HelpPane, { hold: false })

const FirstStepsPane = createLate(
  async () => (await import('../first-steps/first-steps-pane.tsx')).FirstStepsPane,
  {
    hold: false,
  },
)

export interface PagePaneProps {
  readonly client: AppClient
  readonly state: OpenDraftState
  readonly house: House
  readonly isReadOnly: boolean
  readonly view: View
  /** What the page of settings works with, and the section that it shows. */
  readonly settings: SettingsPaneProps
  /** Where the person is in the first steps. */
  readonly firstStep: FirstStep | null
  /** The revision that the text is compared with, and the way back to it. */
  readonly compared: { readonly revision: number; readonly onClose: () => void }
  readonly outbox: OutboxState | null
  readonly run: RunAct
  readonly onSelect: (id: string) => void
  /** Folds the library away or brings it back; null where that is done elsewhere. */
  readonly onLibrary: (() => void) | null
}

/** The middle of the desk: the open story, a page in its place, or what there is to begin with. */
export function PagePane(props: PagePaneProps) {
  const { state, view } = props
  const { translate } = useTexts()
  return (
    <main className="page" aria-label={translate('app.page')}>
      <OtherPage {...props} />
      {state.open === null ? (
        view === 'story' ? (
          <Welcome error={state.error} isReadOnly={props.isReadOnly} run={props.run} />
        ) : null
      ) : (
        // It stays there behind another page: the text, its history and the caret are in it, and the newest key may be.
        <div className="story-pane" hidden={view !== 'story'}>
          <OpenStory {...props} open={state.open} />
        </div>
      )}
    </main>
  )
}

/** What stands in the place of the story. */
function OtherPage(props: PagePaneProps) {
  const { view, outbox, house, isReadOnly, settings, run, onSelect } = props
  if (view === 'outbox' && outbox !== null)
    return (
      <OutboxPage
        outbox={outbox}
        acts={{
          onRetry: (entry) => run(retryEntry(entry)),
          onDrop: ({ id }) => run(dropEntry(id)),
          onSync: () => run(syncCommand.run),
          onOpen: onSelect,
        }}
      />
    )
  if (view === 'templates') return <TemplatesPane house={house} isReadOnly={isReadOnly} run={run} />
  if (view === 'archive') return <ArchivePane desk={settings.desk} />
  if (view === 'recap') return <RecapPane client={props.client} house={house} run={run} onSelect={onSelect} />
  if (view === 'first-steps') return <FirstStepsPane desk={settings.desk} step={props.firstStep} />
  if (view === 'help') return <HelpPane onBack={() => settings.desk.places.toggleView('help')} />
  if (view === 'compare' && props.state.open !== null)
    return (
      <ComparePane {...props} {...props.compared} key={props.state.open.head.id} open={props.state.open} />
    )
  return view === 'settings' ? <SettingsPane {...settings} /> : null
}

function OpenStory({
  client,
  open,
  house,
  isReadOnly,
  run,
  settings,
  onLibrary,
  outbox,
}: PagePaneProps & { readonly open: OpenDraft }) {
  const { translate } = useTexts()
  const isApproved = isSignedOff(open)
  return (
    <>
      <PageHead
        open={open}
        staff={listPresentStaff(house.staff, getOfficeDay(new Date().toISOString(), house.organisation.zone))}
        person={settings.desk.person}
        isApproved={isApproved}
        publishBar={isApproved ? null : translate('app.publish.first-approve')}
        isReadOnly={isReadOnly}
        onLibrary={onLibrary}
        onExport={(format) => run(exportAs(format))}
        onApprove={(by) => run(approve(by))}
        onPublish={() => run(publishCommand.run)}
        onPublication={() => run(showPublicationCommand.run)}
        client={client}
        outbox={outbox}
        onWay={(name) => runCommand(name, settings.desk)}
        onTrash={() => run(trashCommand.run)}
        onUntrash={() => run(untrashCommand.run)}
      />
      <StoryPage
        client={client}
        open={open}
        house={house}
        isReadOnly={isReadOnly}
        onAddStaff={(member) => run(addStaff(member))}
        onCopy={() => run(keepAsCopy)}
        onNewest={() => run(takeNewest)}
      />
    </>
  )
}
