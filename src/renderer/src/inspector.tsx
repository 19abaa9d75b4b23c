import { createLate, usePainted } from '../../base/ui/late.tsx'
import { useTexts } from '../../base/ui/texts.tsx'
import type { OutboxState } from '../../newsroom/publish/ui/index.ts'
import type { InspectorTabsProps } from './inspector-tabs.tsx'
import type { OpenDraft } from './page/use-open-draft.ts'

const InspectorTabs = createLate(async () => (await import('./inspector-tabs.tsx')).InspectorTabs, {
  hold: false,
})

export interface InspectorProps extends Omit<InspectorTabsProps, 'open' | 'outbox'> {
  readonly open: OpenDraft | null
  readonly outbox: OutboxState | null
}

/** The place beside the story. What stands in it comes after the first screen, without moving anything. */
export function Inspector({ open, outbox, ...rest }: InspectorProps) {
  const { translate } = useTexts()
  const isPainted = usePainted(open !== null)
  return (
    <aside className="inspector" aria-label={translate('app.inspector')}>
      {open !== null && outbox !== null && isPainted ? (
        <InspectorTabs {...rest} open={open} outbox={outbox} />
      ) : null}
    </aside>
  )
}
