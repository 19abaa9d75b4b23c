import { useTexts } from '../../../base/ui/texts.tsx'
import type { ShownRecap } from '../methods.ts'
import type { Recap, RecapCount, RecapGroup, RecapStory } from '../recap.ts'
import { formatDay } from './period-words.ts'

/** The groups that a page shows; the workbook has all of them. */
const SHOWN: readonly RecapGroup[] = ['writers', 'templates', 'categories', 'places', 'targets']

/** How many stories by whom, of what kind, from where, at which target. */
export function RecapGroups({ totals }: Recap) {
  const { translate } = useTexts()
  return (
    <div className="recap-groups">
      {SHOWN.map((group) => (
        <Counts key={group} caption={translate(`recap.group.${group}`)} counts={totals[group]} />
      ))}
    </div>
  )
}

function Counts({ caption, counts }: { readonly caption: string; readonly counts: readonly RecapCount[] }) {
  const { translate } = useTexts()
  const most = Math.max(1, ...counts.map(({ count }) => count))
  return (
    <table className="recap-counts">
      <caption>{caption}</caption>
      <tbody>
        {counts.map(({ name, count }) => (
          <tr key={name ?? ''} className={name === null ? 'is-none' : ''}>
            <th scope="row">{name ?? translate('recap.none')}</th>
            <td>
              <div className="recap-bar" aria-hidden style={{ inlineSize: `${(100 * count) / most}%` }} />
            </td>
            <td>{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export interface RecapStoriesProps {
  readonly recap: ShownRecap
  readonly onOpen: (draft: string) => void
}

/** The stories themselves, the earliest first. */
export function RecapStories({ recap: { stories, more }, onOpen }: RecapStoriesProps) {
  const { translate } = useTexts()
  return (
    <>
      <table className="recap-stories">
        <caption>{translate('recap.stories')}</caption>
        <thead>
          <tr>
            {(['day', 'headline', 'writers', 'place', 'targets'] as const).map((key) => (
              <th key={key} scope="col">
                {translate(key === 'targets' ? 'recap.group.targets' : `recap.column.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stories.map((story) => (
            <StoryRow key={story.id} story={story} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
      {more === 0 ? null : <p className="help">{translate('recap.more', { count: more })}</p>}
    </>
  )
}

function StoryRow({ story, onOpen }: { readonly story: RecapStory; readonly onOpen: (id: string) => void }) {
  const { translate, locale } = useTexts()
  const { id, day, headline, writers, place, status, targets } = story
  return (
    <tr>
      <td className="recap-day">{formatDay(day, locale)}</td>
      <th scope="row">
        <button type="button" className="recap-open" onClick={() => onOpen(id)}>
          {headline}
        </button>
        {status === 'published' ? null : (
          <span className="recap-status">{translate(`status.${status}`)}</span>
        )}
      </th>
      <td>{writers.join(', ')}</td>
      <td>{place}</td>
      <td>
        {targets.map(({ target, kind, address }) => (
          <span key={target} className="recap-target">
            {kind === 'withdraw' || address === null || !/^https?:/.test(address) ? (
              target
            ) : (
              <a href={address} target="_blank" rel="noreferrer">
                {target}
              </a>
            )}
          </span>
        ))}
      </td>
    </tr>
  )
}
