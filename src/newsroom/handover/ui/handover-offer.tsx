import { Heading } from 'react-aria-components'
import { Button } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'

/** Says what a hand-over file holds, before it is made: unlike what is published, it holds the photos as they came. */
export function HandoverOffer(props: {
  readonly headline: string
  readonly onMake: () => void
  readonly onClose: () => void
}) {
  const { headline, onMake, onClose } = props
  const { translate } = useTexts()
  return (
    <>
      <Heading slot="title">{translate('handover.offer.title', { headline })}</Heading>
      <p>{translate('handover.offer.holds')}</p>
      <p>{translate('handover.offer.photos')}</p>
      <p>{translate('handover.offer.publication')}</p>
      <div className="dialog-acts">
        <Button onPress={onClose}>{translate('handover.cancel')}</Button>
        <Button look="main" autoFocus onPress={onMake}>
          {translate('handover.offer.make')}
        </Button>
      </div>
    </>
  )
}
