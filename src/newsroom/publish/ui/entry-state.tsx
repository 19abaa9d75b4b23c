import { CircleCheck, CircleHelp, Clock, Pause, Send, TriangleAlert } from 'lucide-react'
import { useTexts } from '../../../base/ui/texts.tsx'
import { formatClock } from '../../../base/ui/time.ts'
import type { EntrySummary } from '../entry.ts'
import type { Connection } from '../methods.ts'

const ICONS = {
  queued: Clock,
  sending: Send,
  unknown: CircleHelp,
  done: CircleCheck,
  parked: TriangleAlert,
  paused: Pause,
} as const

/** The sign of an entry's state; its words stand beside it. */
export function EntryIcon({ state }: { readonly state: EntrySummary['state'] }) {
  const Icon = ICONS[state]
  return <Icon size={16} strokeWidth={1.6} aria-hidden className={`entry-icon is-${state}`} />
}

/** What is known of an entry and what comes next, in plain words. */
export function EntryWords({
  entry,
  connection,
}: {
  readonly entry: EntrySummary
  readonly connection: Connection
}) {
  const { translate, locale } = useTexts()
  const due =
    entry.dueAt === null ? '' : ` ${translate('publish.next', { time: formatClock(entry.dueAt, locale) })}.`
  return (
    <span className={`entry-words is-${entry.state}`}>
      {describe(entry, connection.state, translate) + due}
    </span>
  )
}

function describe(
  { state, problem }: EntrySummary,
  connection: Connection['state'],
  translate: ReturnType<typeof useTexts>['translate'],
): string {
  switch (state) {
    case 'queued':
      return translate(connection === 'online' ? 'publish.panel.queued' : 'publish.panel.waiting')
    case 'parked':
      return problem === null
        ? translate('entry.parked')
        : translate(problem.code, { detail: problem.detail })
    case 'done':
      return translate('entry.done')
    default:
      return translate(`publish.panel.${state}`)
  }
}
