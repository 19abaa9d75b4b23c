import { X } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { ProgressBar } from 'react-aria-components'
import { IconButton } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { FileImport, FileImports } from '../../../base/ui/file-imports.ts'
import './photos.css'

/** The files that are being taken in, and those that were refused, with the reason. */
export function ImportList({ imports }: { readonly imports: FileImports<unknown> }) {
  const { translate } = useTexts()
  const list = useSyncExternalStore(imports.subscribe, imports.getList)
  if (list.length === 0) return null
  return (
    <ul className="photo-imports" aria-label={translate('photos.imports')}>
      {list.map((each) => (
        <ImportItem
          key={each.number}
          entry={each}
          onRemove={() => void imports.remove(each.number).catch(reportError)}
        />
      ))}
    </ul>
  )
}

function ImportItem({ entry, onRemove }: { readonly entry: FileImport; readonly onRemove: () => void }) {
  const { translate } = useTexts()
  const { name, done, total, problem } = entry
  const label = translate(problem === null ? 'photos.stop' : 'photos.dismiss', { name })
  return (
    <li className={problem === null ? 'photo-import' : 'photo-import is-refused'}>
      <div>
        <p className="photo-import-name">{name}</p>
        {problem === null ? (
          <ProgressBar aria-label={translate('photos.taking', { name })} value={done} maxValue={total || 1}>
            <div className="photo-bar">
              <div style={{ inlineSize: `${(100 * done) / (total || 1)}%` }} />
            </div>
          </ProgressBar>
        ) : (
          <p role="alert">{translate(problem.code, problem.details)}</p>
        )}
      </div>
      <IconButton label={label} icon={<X size={16} strokeWidth={1.6} />} onPress={onRemove} />
    </li>
  )
}
