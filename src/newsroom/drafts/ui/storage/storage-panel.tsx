import { Button } from '../../../../base/ui/button.tsx'
import { formatBytes } from '../../../../base/ui/bytes.ts'
import { useTexts } from '../../../../base/ui/texts.tsx'
import { formatNumber } from '../../../../base/ui/time.ts'
import type { AppClient } from '../../../../bridge/index.ts'
import type { SyncService } from '../../synced-folder.ts'
import { PlanForm } from './plan-form.tsx'
import { RestoreForm } from './restore-form.tsx'
import { StorageBackups } from './storage-backups.tsx'
import { useStorage, type StorageView } from './use-storage.ts'
import './storage.css'

export interface StoragePanelProps {
  readonly client: AppClient
  readonly isReadOnly: boolean
}

/** Where the library lies, its backups, and the ways to try them and to bring one back. */
export function StoragePanel({ client, isReadOnly }: StoragePanelProps) {
  const { translate } = useTexts()
  const view = useStorage(client)
  const { state, error, run } = view
  if (state === null) return null
  return (
    <>
      {state.synced === null ? null : (
        <SyncedNote service={state.synced} onHush={() => run((storage) => storage.hushSynced())} />
      )}
      <LibraryFacts view={view} />
      {error === null ? null : (
        <p className="storage-error" role="alert">
          {translate(error.code, error.details)}
        </p>
      )}
      <StorageBackups state={state} run={run} isReadOnly={isReadOnly} />
      <PlanForm key={JSON.stringify(state.plan)} plan={state.plan} run={run} isReadOnly={isReadOnly} />
      <RestoreForm state={state} run={run} />
    </>
  )
}

function SyncedNote({ service, onHush }: { readonly service: SyncService; readonly onHush: () => void }) {
  const { translate } = useTexts()
  const name = translate(`storage.synced.name.${service}`)
  return (
    <section className="storage-note" aria-label={translate('storage.synced', { name })}>
      <h2>{translate('storage.synced', { name })}</h2>
      <p>{translate('storage.synced.what', { name })}</p>
      <p>{translate('storage.synced.do')}</p>
      <div>
        <Button look="line" isSmall onPress={onHush}>
          {translate('storage.synced.hush')}
        </Button>
      </div>
    </section>
  )
}

function LibraryFacts({ view: { state, size } }: { readonly view: StorageView }) {
  const { translate, locale } = useTexts()
  return (
    <dl className="storage-facts">
      <dt>{translate('storage.library')}</dt>
      <dd className="storage-path">{state?.folder}</dd>
      <dt>{translate('storage.size')}</dt>
      <dd>
        {size === null
          ? translate('storage.size.counting')
          : translate('storage.size.counted', {
              drafts: formatNumber(size.drafts, locale),
              photos: formatNumber(size.photos, locale),
              bytes: formatBytes(size.bytes, locale),
            })}
      </dd>
      <dt>{translate('storage.history')}</dt>
      <dd>{translate('storage.history.kept')}</dd>
    </dl>
  )
}
