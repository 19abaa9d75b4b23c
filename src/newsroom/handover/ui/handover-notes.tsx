import { useTexts } from '../../../base/ui/texts.tsx'
import { formatNumber } from '../../../base/ui/time.ts'
import type { HandoverView } from '../view.ts'

/** What comes along with the story, and what has to be known before anything is decided. */
export function HandoverNotes({ view }: { readonly view: HandoverView }) {
  const { translate, locale } = useTexts()
  const { revisions, photos, attachments, otherwise, isTrashed, elsewhere, from } = view
  const number = (count: number) => formatNumber(count, locale)
  const counts = { revisions: number(revisions), photos: number(photos), attachments: number(attachments) }
  const places = elsewhere.flatMap(({ desk, shown }) => shown.map((place) => ({ desk, ...place })))
  return (
    <ul className="handover-notes">
      {revisions + photos + attachments === 0 ? null : <li>{translate('handover.comes-along', counts)}</li>}
      {otherwise === 0 ? null : <li>{translate('handover.otherwise', { photos: number(otherwise) })}</li>}
      {isTrashed ? <li>{translate('handover.trashed')}</li> : null}
      {elsewhere.length === 0 ? null : (
        <li className="is-warning">
          {translate('handover.elsewhere', { desk: from.desk })}{' '}
          {places.map(({ desk, target, address }) => address ?? `${desk}: ${target}`).join(' · ')}
        </li>
      )}
    </ul>
  )
}
