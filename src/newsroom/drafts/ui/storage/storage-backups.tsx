import { ProgressBar } from 'react-aria-components'
import { formatBytes } from '../../../../base/ui/bytes.ts'
import { Button } from '../../../../base/ui/button.tsx'
import { useTexts } from '../../../../base/ui/texts.tsx'
import { formatNumber } from '../../../../base/ui/time.ts'
import type { StorageOutcome, StorageState, StorageTask } from '../../storage-methods.ts'
import { formatBackupTime } from './backup-time.ts'
import type { StorageView } from './use-storage.ts'

export interface StorageBackupsProps {
  readonly state: StorageState
  readonly run: StorageView['run']
  readonly isReadOnly: boolean
}

/** How the backups stand, and what can be done with them now. */
export function StorageBackups({ state, run, isReadOnly }: StorageBackupsProps) {
  const { translate } = useTexts()
  const { plan, task, backups, outcome } = state
  return (
    <section className="storage-part" aria-label={translate('storage.backups')}>
      <h2>{translate('storage.backups')}</h2>
      <LastBackup state={state} />
      {task === null ? (
        <div className="storage-acts">
          <Button
            look="main"
            isDisabled={plan === null || isReadOnly}
            onPress={() => run((storage) => storage.backUp())}
          >
            {translate('storage.back-up')}
          </Button>
          <Button
            look="line"
            isDisabled={backups.length === 0}
            onPress={() => run((storage) => storage.drill())}
          >
            {translate('storage.drill')}
          </Button>
        </div>
      ) : (
        <TaskProgress task={task} onStop={() => run((storage) => storage.stop())} />
      )}
      <p className="help">{translate('storage.drill.help')}</p>
      <div role="status">{task === null && outcome !== null ? <OutcomeWords outcome={outcome} /> : null}</div>
    </section>
  )
}

function LastBackup({ state: { plan, backups, problem } }: { readonly state: StorageState }) {
  const { translate, locale } = useTexts()
  const [newest] = backups
  if (plan === null) return <p>{translate('storage.none-chosen')}</p>
  return (
    <>
      {problem === null ? null : (
        <p className="storage-error" role="alert">
          {translate('storage.failed', { reason: translate(problem.code, problem.details) })}
        </p>
      )}
      <p>
        {newest === undefined
          ? translate('storage.none-yet')
          : translate('storage.last', {
              at: formatBackupTime(newest, locale),
              bytes: formatBytes(newest.bytes, locale),
              count: backups.length,
            })}
      </p>
    </>
  )
}

function TaskProgress({ task, onStop }: { readonly task: StorageTask; readonly onStop: () => void }) {
  const { translate } = useTexts()
  const { kind, phase, done, total } = task
  const words = translate(`storage.task.${kind}.${phase}`)
  return (
    <div className="storage-task">
      <ProgressBar aria-label={words} value={done} maxValue={Math.max(total, 1)}>
        <span>{words}</span>
        <div className="storage-bar">
          <div style={{ inlineSize: `${(100 * done) / Math.max(total, 1)}%` }} />
        </div>
      </ProgressBar>
      <Button look="line" isSmall onPress={onStop}>
        {translate('storage.stop')}
      </Button>
    </div>
  )
}

function OutcomeWords({ outcome }: { readonly outcome: StorageOutcome }) {
  const { translate, locale } = useTexts()
  const count = (value: number) => formatNumber(value, locale)
  if (outcome.kind === 'failed') {
    const { code, details } = outcome.problem
    // A backup that failed is said above already.
    if (outcome.task === 'backup') return null
    const reason = translate(code, details)
    return <p className="storage-error">{translate(`storage.failed.${outcome.task}`, { reason })}</p>
  }
  if (outcome.kind === 'backup')
    return <p className="storage-done">{translate('storage.done.backup', { files: count(outcome.files) })}</p>
  if (outcome.kind === 'restore') {
    const { folder, files } = outcome
    return (
      <p className="storage-done">{translate('storage.done.restore', { folder, files: count(files) })}</p>
    )
  }
  const { drafts, photos, problems, newer } = outcome
  const facts = { drafts: count(drafts), photos: count(photos), problems, newer: count(newer) }
  return (
    <p className={problems === 0 ? 'storage-done' : 'storage-error'}>
      {translate(problems === 0 ? 'storage.done.drill' : 'storage.done.drill-problems', facts)}{' '}
      {translate(newer === 0 ? 'storage.done.drill-current' : 'storage.done.drill-newer', facts)}
    </p>
  )
}
