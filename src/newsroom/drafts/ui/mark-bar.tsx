import { X } from 'lucide-react'
import { Button, IconButton } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import { formatNumber } from '../../../base/ui/time.ts'
import type { Mass, MassWork } from './mass.ts'

export interface MarkBarProps {
  readonly ids: ReadonlySet<string>
  readonly mass: Mass
  readonly isTrash: boolean
  readonly isReadOnly: boolean
  readonly onRemove: (ids: readonly string[]) => void
  readonly onClear: () => void
}

/** What can be done with the stories that are marked, and how far it is. */
export function MarkBar({ ids, mass, isTrash, isReadOnly, onRemove, onClear }: MarkBarProps) {
  const { translate, locale } = useTexts()
  if (mass.work !== null) return <WorkBar work={mass.work} onStop={mass.stop} />
  if (ids.size === 0) return null
  const all = [...ids]
  return (
    <div className="mark-bar" role="group" aria-label={translate('library.marked')}>
      <p role="status">{translate('library.marked.count', { count: formatNumber(ids.size, locale) })}</p>
      <IconButton
        label={translate('library.marked.clear')}
        icon={<X size={16} strokeWidth={1.6} />}
        onPress={onClear}
      />
      <div className="mark-acts">
        {isTrash ? (
          <>
            <Button isSmall look="line" isDisabled={isReadOnly} onPress={() => mass.run('restore', all)}>
              {translate('library.act.restore')}
            </Button>
            <Button isSmall look="danger" isDisabled={isReadOnly} onPress={() => onRemove(all)}>
              {translate('library.act.remove')}
            </Button>
          </>
        ) : (
          <>
            <Button isSmall look="line" isDisabled={isReadOnly} onPress={() => mass.run('trash', all)}>
              {translate('library.act.trash')}
            </Button>
            <Button isSmall look="line" isDisabled={isReadOnly} onPress={() => mass.run('duplicate', all)}>
              {translate('library.act.duplicate')}
            </Button>
            <Button isSmall look="line" onPress={() => mass.run('export', all)}>
              {translate('library.act.export')}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}

function WorkBar({
  work: { kind, done, total },
  onStop,
}: {
  readonly work: MassWork
  readonly onStop: () => void
}) {
  const { translate, locale } = useTexts()
  const words = translate(`library.work.${kind}`, {
    done: formatNumber(done, locale),
    total: formatNumber(total, locale),
  })
  return (
    <div className="mark-bar" role="group" aria-label={translate('library.marked')}>
      <p>{words}</p>
      <Button isSmall look="line" onPress={onStop}>
        {translate('library.work.stop')}
      </Button>
      <progress value={done} max={total} aria-label={words} />
    </div>
  )
}
