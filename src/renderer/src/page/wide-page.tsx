import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import './wide-page.css'

export interface WidePageProps {
  readonly label: string
  /** What the ways at the left lead to, for those who do not see them. */
  readonly waysLabel: string
  readonly ways: ReactNode
  readonly children: ReactNode
  readonly onBack: () => void
}

/** A page over the whole desk: the ways to its parts at the left, their text beside them. */
export function WidePage({ label, waysLabel, ways, children, onBack }: WidePageProps) {
  const { translate } = useTexts()
  return (
    <section className="wide-page" aria-label={label}>
      <nav className="wide-ways" aria-label={waysLabel}>
        <header className="head">
          <IconButton
            label={translate('app.back')}
            icon={<ArrowLeft size={16} strokeWidth={1.6} />}
            onPress={onBack}
          />
          <h2>{label}</h2>
        </header>
        {ways}
      </nav>
      {/* By the keyboard it is scrolled from within. */}
      <div className="wide-scroll" tabIndex={0} role="group" aria-label={label}>
        {children}
      </div>
    </section>
  )
}
