import { useEffect, useState } from 'react'
import { Button } from '../../../../base/ui/button.tsx'
import { useTexts } from '../../../../base/ui/texts.tsx'
import type { AppClient } from '../../../../bridge/index.ts'
import type { StorageState } from '../../storage-methods.ts'

/** What the quiet line says of the library's keeping: nothing while all is well. Pressing it leads to the settings. */
export function StorageNews({ client, onShow }: { readonly client: AppClient; readonly onShow: () => void }) {
  const { translate } = useTexts()
  const [state, setState] = useState<StorageState | null>(null)
  useEffect(() => {
    // A host that is gone is said elsewhere.
    client.storage.state().then(setState, () => undefined)
    return client.on('storage.changed', setState)
  }, [client])
  const { problem = null, synced = null } = state ?? {}
  if (problem === null && synced === null) return null
  const words =
    problem === null
      ? translate('storage.news.synced', { name: translate(`storage.synced.name.${synced}`) })
      : translate('storage.news.problem')
  return (
    <span role="status" className={problem === null ? '' : 'save-words is-failed'}>
      <Button isSmall onPress={onShow}>
        {words}
      </Button>
    </span>
  )
}
