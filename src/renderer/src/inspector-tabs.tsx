import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTexts } from '../../base/ui/texts.tsx'
import type { AppClient } from '../../bridge/index.ts'
import { HistoryPanel } from '../../newsroom/drafts/ui/index.ts'
import { DetailsPanel } from '../../newsroom/editor/ui/index.ts'
import type { House } from '../../newsroom/house/index.ts'
import type { OutboxState } from '../../newsroom/publish/ui/index.ts'
import { keepCategories } from './acts/keep-categories.ts'
import { nameRevision } from './acts/name-revision.ts'
import { restoreRevision } from './acts/restore-revision.ts'
import { getAttachmentImports } from './attachments/attach-files.ts'
import type { RunAct } from './desk.ts'
import { usePhotosDesk } from './photos/photos-desk.tsx'
import { StoryPublishPanel } from './page/story-publish-panel.tsx'
import { StoryPhotosPanel } from './photos/story-photos-panel.tsx'
import { INSPECTOR_TABS, type InspectorTab } from './places.ts'
import type { OpenDraft } from './page/use-open-draft.ts'

export interface InspectorTabsProps {
  readonly client: AppClient
  readonly house: House
  readonly open: OpenDraft
  readonly outbox: OutboxState
  readonly run: RunAct
  readonly isReadOnly: boolean
  readonly tab: InspectorTab
  readonly onTab: (tab: InspectorTab) => void
}

/** What is known of the open story, one tab at a time. */
export function InspectorTabs(props: InspectorTabsProps) {
  const { client, house, open, outbox, run, isReadOnly, tab, onTab } = props
  const { translate } = useTexts()
  const { attach, putBlob } = usePhotosDesk()
  const { head } = open
  return (
    <Tabs
      selectedKey={tab}
      onSelectionChange={(key) => onTab(INSPECTOR_TABS.find((each) => each === key) ?? 'publish')}
    >
      <TabList aria-label={translate('app.inspector')} className="tabs">
        {INSPECTOR_TABS.map((each) => (
          <Tab key={each} id={each}>
            {translate(`app.tab.${each}`)}
          </Tab>
        ))}
      </TabList>
      <TabPanel id="details" className="panel">
        <DetailsPanel
          client={client}
          id={head.id}
          editor={open.editor}
          isReadOnly={isReadOnly}
          attachments={{ imports: getAttachmentImports(client, putBlob), onFiles: attach }}
          categories={house.categories}
          onCategories={(names) => run(keepCategories(names))}
        />
      </TabPanel>
      <TabPanel id="photos" className="panel">
        <StoryPhotosPanel client={client} open={open} isReadOnly={isReadOnly} />
      </TabPanel>
      <TabPanel id="history" className="panel">
        <HistoryPanel
          client={client}
          id={head.id}
          revision={head.revision}
          onRestore={(revision) => run(restoreRevision(revision))}
          onCompare={(revision) => run(({ places }) => places.compare(revision))}
          onName={(revision, name, onNamed) => run(nameRevision(revision, name, onNamed))}
          isReadOnly={isReadOnly}
        />
      </TabPanel>
      <TabPanel id="publish" className="panel">
        <StoryPublishPanel {...{ client, open, outbox, run, isReadOnly }} />
      </TabPanel>
    </Tabs>
  )
}
