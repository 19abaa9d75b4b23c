import { useTexts } from '../../../base/ui/texts.tsx'
import { isMonth } from '../period.ts'
import type { Recap } from '../recap.ts'
import { formatPart, shortenPart } from './period-words.ts'

/** How the stories spread over a period: columns for the eye, and the same as a table for who reads by ear. */
export function RecapChart({ period, totals: { parts } }: Recap) {
  const { translate, locale } = useTexts()
  const most = Math.max(1, ...parts.map(({ count }) => count))
  const label = translate(isMonth(period) ? 'recap.by-day' : 'recap.by-month')
  const shown = (i: number) => !isMonth(period) || i % 5 === 4 || i === 0
  return (
    <figure className="recap-chart">
      <figcaption>{label}</figcaption>
      <div className="recap-columns" aria-hidden>
        {parts.map(({ part, count }, i) => (
          <div key={part} className="recap-column">
            <span className="recap-figure">{count === 0 ? '' : count}</span>
            <div style={{ blockSize: `${(100 * count) / most}%` }} />
            <span className="recap-part">{shown(i) ? shortenPart(part, locale) : ''}</span>
          </div>
        ))}
      </div>
      <table className="recap-heard">
        <caption>{label}</caption>
        <tbody>
          {parts.map(({ part, count }) => (
            <tr key={part}>
              <th scope="row">{formatPart(part, locale)}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
