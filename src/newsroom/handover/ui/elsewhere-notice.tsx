import { Link } from 'react-aria-components'
import { Button } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import { listOpenElsewhere, type Elsewhere } from '../../drafts/index.ts'
import './handover.css'

/** Where another desk has published the story, and the way to publish it from here all the same. */
export function ElsewhereNotice(props: {
  readonly elsewhere: readonly Elsewhere[] | undefined
  readonly isReadOnly: boolean
  readonly onSettle: () => void
}) {
  const { elsewhere = [], isReadOnly, onSettle } = props
  const { translate } = useTexts()
  const open = listOpenElsewhere(elsewhere)
  if (open.length === 0) return null
  return (
    <section className="elsewhere" aria-label={translate('handover.elsewhere.label')}>
      {open.map(({ library, desk, shown, waiting }) => (
        <div key={library}>
          <p>
            {translate(shown.length > 0 ? 'handover.elsewhere.shown' : 'handover.elsewhere.waiting', {
              desk,
            })}
          </p>
          <ul>
            {shown.map(({ target, address }) => (
              <li key={target}>{address === null ? target : <ElsewhereLink address={address} />}</li>
            ))}
            {waiting.map((target) => (
              <li key={`waiting ${target}`}>{translate('handover.elsewhere.waits', { target })}</li>
            ))}
          </ul>
        </div>
      ))}
      <p>{translate('handover.elsewhere.help')}</p>
      {isReadOnly ? null : (
        <Button look="line" isSmall onPress={onSettle}>
          {translate('handover.elsewhere.settle')}
        </Button>
      )}
    </section>
  )
}

/** What came with a file is no link unless it is an address of the web. */
function ElsewhereLink({ address }: { readonly address: string }) {
  if (!/^https?:\/\//.test(address)) return address
  return (
    <Link href={address} target="_blank" rel="noreferrer">
      {address}
    </Link>
  )
}
