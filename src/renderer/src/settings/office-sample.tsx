import { Check, TriangleAlert } from 'lucide-react'
import { useTexts } from '../../../base/ui/texts.tsx'
import { checkPattern, listSampleCredits, type House } from '../../../newsroom/house/index.ts'
import { CREDIT_PLACEHOLDERS, DATELINE_PLACEHOLDERS } from '../../../newsroom/house/index.ts'
import { formatCreditLine, formatDateline } from '../../../newsroom/story/index.ts'

/** A story of this office as it would be read, while the form is typed; and whether its lines can be read back. */
export function OfficeSample({ house, problem }: { readonly house: House; readonly problem: string | null }) {
  const { translate } = useTexts()
  const { short } = house.organisation
  return (
    <aside className="settings-sample" aria-label={translate('settings.office.sample')}>
      <h2>{translate('settings.office.sample')}</h2>
      <div className="settings-proof" lang="id">
        <b>{translate('settings.office.sample.headline', { office: short })}</b>
        <p>
          <mark>{printDateline(house)}</mark>
          {translate('settings.office.sample.lede', { office: short })}
        </p>
        {printCredits(house).map((line, i) => (
          <p key={i}>
            <mark>{line}</mark>
          </p>
        ))}
      </div>
      <p className={problem === null ? 'settings-verdict is-ok' : 'settings-verdict'} role="status">
        {problem === null ? (
          <Check size={16} strokeWidth={1.6} aria-hidden />
        ) : (
          <TriangleAlert size={16} strokeWidth={1.6} aria-hidden />
        )}
        {problem ?? translate('settings.office.sample.ok')}
      </p>
    </aside>
  )
}

function printDateline({ dateline: { pattern, places } }: House): string {
  const [place] = places
  if (place === undefined) return ''
  return checkPattern(pattern, DATELINE_PLACEHOLDERS) === null ? formatDateline(place, pattern) : pattern
}

/** With somebody's photo, with one of the archive, and without. */
function printCredits({ credit, staff }: House): readonly string[] {
  if (checkPattern(credit.pattern, CREDIT_PLACEHOLDERS) !== null) return [credit.pattern]
  return listSampleCredits(staff, credit.organisation).map((sample) => formatCreditLine(sample, credit))
}
