import { useEffect, type RefObject } from 'react'
import { createLate } from '../../../base/ui/late.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { AppClient } from '../../../bridge/index.ts'
import type { House } from '../../house/index.ts'
import type { DraftRow } from '../list.ts'
import { DraftList } from './draft-list.tsx'
import { EmptyList } from './empty-list.tsx'
import { NOT_NARROWED, type LibraryAsk } from './library-ask.ts'
import { MarkBar } from './mark-bar.tsx'
import type { Mass } from './mass.ts'
import { TrashBar } from './trash-bar.tsx'
import { countDaysLeft } from './trash-time.ts'
import { useDiscard } from './use-discard.ts'
import type { DraftRows } from './use-draft-rows.ts'
import type { Marks } from './use-marks.ts'
import { useTrashDays, type TrashDays } from './use-trash-days.ts'

const RemoveDialog = createLate(async () => (await import('./remove-dialog.tsx')).RemoveDialog, {
  hold: true,
})

export interface LibraryListProps {
  readonly client: AppClient
  readonly house: House
  readonly rows: DraftRows
  readonly marks: Marks
  readonly mass: Mass
  readonly listRef: RefObject<HTMLDivElement | null>
  readonly selected: string | null
  readonly isReadOnly: boolean
  readonly onSelect: (id: string) => void
  readonly onAsk: (change: Partial<LibraryAsk>) => void
  readonly onClearAll: () => void
}

/** The list with what belongs to it: how long the trash is kept, why it is empty, what is done with those that are marked. */
export function LibraryList(props: LibraryListProps) {
  const { client, house, rows, marks, mass, isReadOnly, onAsk, onClearAll } = props
  const { state } = rows
  const isTrash = state.shown.status === 'trashed'
  const trash = useTrashDays(client, isTrash)
  const { asked, discard, emptyTrash, remove, close } = useDiscard({ client, mass, isTrash, isReadOnly })
  const describeTrash = useTrashWords(trash.days)
  const isWorking = mass.work !== null
  const { clear } = marks
  // What was marked is being dealt with; the list that comes of it begins without.
  useEffect(() => {
    if (isWorking) clear()
  }, [isWorking, clear])
  return (
    <>
      {isTrash ? (
        <TrashBar {...{ trash, isReadOnly }} isEmpty={state.total === 0} onEmpty={emptyTrash} />
      ) : null}
      <div className="draft-list-place">
        <EmptyList
          state={state}
          staff={house.staff}
          onClear={(each) => onAsk({ [each]: NOT_NARROWED[each] })}
          onClearAll={onClearAll}
        />
        <DraftList
          {...props}
          office={house.organisation.short}
          describeTrash={isTrash ? describeTrash : null}
          onDiscard={discard}
        />
      </div>
      <MarkBar {...{ mass, isTrash, isReadOnly }} ids={marks.ids} onRemove={discard} onClear={clear} />
      {asked === null ? null : <RemoveDialog count={asked.length} onRemove={remove} onClose={close} />}
    </>
  )
}

/** Says when a draft in the trash goes, or why it stays. */
function useTrashWords(days: TrashDays['days']): (row: DraftRow) => string {
  const { translate } = useTexts()
  return (row) => {
    if (row.isPublic) return translate('library.trash.public')
    if (days === 'unknown') return ''
    const left = countDaysLeft(row, days, Date.now())
    if (left === null) return translate('library.trash.stays')
    return left === 0 ? translate('library.trash.today') : translate('library.trash.left', { count: left })
  }
}
