import { Button } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import { formatDay } from '../../../base/ui/time.ts'
import type { ArchiveRow, PublicationRecord } from '../../../newsroom/drafts/index.ts'
import { StatusGlyph } from '../../../newsroom/drafts/ui/index.ts'
import type { Desk } from '../desk.ts'

/** One story of the archive, with what each target shows or showed of it. */
export function ArchiveStory({ row, desk }: { readonly row: ArchiveRow; readonly desk: Desk }) {
  const { translate, locale } = useTexts()
  const { id, headline, status, publishedAt, targets } = row
  return (
    <li className="archive-story">
      <time dateTime={publishedAt}>{formatDay(publishedAt, locale)}</time>
      <div>
        <button type="button" className="archive-headline" onClick={() => desk.places.select(id)}>
          {headline === '' ? translate('app.row.untitled') : headline}
        </button>
        <StatusGlyph status={status} />
        <ul>
          {targets.map((record) => (
            <Place key={record.target} record={record} desk={desk} />
          ))}
        </ul>
      </div>
    </li>
  )
}

function Place({ record, desk }: { readonly record: PublicationRecord; readonly desk: Desk }) {
  const { translate, locale } = useTexts()
  const { target, kind, at, address } = record
  const copy = () =>
    desk.run(async ({ say }) => {
      await navigator.clipboard.writeText(address ?? '')
      say({ words: translate('archive.copied') })
    })
  return (
    <li className="archive-place">
      <span>{target}</span>
      {kind === 'withdraw' ? (
        <span>{translate('archive.withdrawn-at', { time: formatDay(at, locale) })}</span>
      ) : null}
      {address === null ? (
        <span className="help">{translate('archive.none')}</span>
      ) : (
        <>
          {/^https?:/.test(address) ? (
            <a href={address} target="_blank" rel="noreferrer">
              {address}
            </a>
          ) : (
            <span>{address}</span>
          )}
          <Button isSmall onPress={copy} aria-label={`${translate('archive.copy')} ${address}`}>
            {translate('archive.copy')}
          </Button>
        </>
      )}
    </li>
  )
}
