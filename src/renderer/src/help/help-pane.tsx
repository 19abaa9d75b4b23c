import { useEffect, useState } from 'react'
import { SearchBox } from '../../../base/ui/search-box.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import { WidePage } from '../page/wide-page.tsx'
import { GuideNodes } from './guide-nodes.tsx'
import { readGuide, searchGuide, type GuideSection } from './guide.ts'
import './help.css'

/** The user's guide, over the whole desk: its sections at the left, all of the text beside them. */
export function HelpPane({ onBack }: { readonly onBack: () => void }) {
  const { translate, locale } = useTexts()
  const [sections, setSections] = useState<readonly GuideSection[]>([])
  const [query, setQuery] = useState('')
  useEffect(() => void readGuide(locale).then(setSections), [locale])
  const found = searchGuide(sections, query)
  const ways = (
    <>
      <SearchBox label={translate('help.search')} value={query} onChange={setQuery} autoFocus />
      <p className="help help-none" role="status">
        {found.length === 0 && sections.length > 0 ? translate('help.nothing') : null}
      </p>
      {found.map(({ id, heading }) => (
        <button key={id} type="button" className="wide-way" onClick={() => showSection(id)}>
          {heading}
        </button>
      ))}
    </>
  )
  return (
    <WidePage label={translate('help')} waysLabel={translate('help.sections')} ways={ways} onBack={onBack}>
      {found.map((section) => (
        <Section key={section.id} {...section} rank={section === sections[0] ? 'h1' : 'h2'} />
      ))}
    </WidePage>
  )
}

function Section({ id, heading, nodes, rank: Rank }: GuideSection & { readonly rank: 'h1' | 'h2' }) {
  return (
    <article id={id} className="guide" tabIndex={-1} aria-labelledby={`${id}-heading`}>
      <Rank id={`${id}-heading`}>{heading}</Rank>
      <GuideNodes nodes={nodes} />
    </article>
  )
}

function showSection(id: string): void {
  const section = document.getElementById(id)
  section?.scrollIntoView({ block: 'start' })
  section?.focus({ preventScroll: true })
}
