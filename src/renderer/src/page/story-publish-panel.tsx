import { useTexts } from '../../../base/ui/texts.tsx'
import type { AppClient } from '../../../bridge/index.ts'
import { ElsewhereNotice } from '../../../newsroom/handover/ui/index.ts'
import { PublishPanel, type OutboxState } from '../../../newsroom/publish/ui/index.ts'
import { dropEntry, retryEntry } from '../acts/outbox.ts'
import { settleElsewhere } from '../acts/settle-elsewhere.ts'
import { withdraw } from '../acts/withdraw.ts'
import type { RunAct } from '../desk.ts'
import { useSay } from '../notice.tsx'
import { isSignedOff } from './sign-off.ts'
import type { OpenDraft } from './use-open-draft.ts'

export interface StoryPublishPanelProps {
  readonly client: AppClient
  readonly open: OpenDraft
  readonly outbox: OutboxState
  readonly run: RunAct
  readonly isReadOnly: boolean
}

/** Where the open story is public, by this desk and by others. */
export function StoryPublishPanel(props: StoryPublishPanelProps) {
  const { client, open, outbox, run, isReadOnly } = props
  const { translate } = useTexts()
  const say = useSay()
  const { head } = open
  return (
    <>
      <ElsewhereNotice
        elsewhere={head.elsewhere}
        isReadOnly={isReadOnly}
        onSettle={() => run(settleElsewhere)}
      />
      <PublishPanel
        client={client}
        id={head.id}
        revision={head.revision}
        signedOffBy={isSignedOff(open) ? (head.signOff?.by ?? null) : null}
        outbox={outbox}
        onWithdraw={(reason) => run(withdraw(reason))}
        onDrop={({ id }) => run(dropEntry(id))}
        onRetry={(entry) => run(retryEntry(entry))}
        onCopied={() => say({ words: translate('publish.panel.copied') })}
        isReadOnly={isReadOnly}
      />
    </>
  )
}
