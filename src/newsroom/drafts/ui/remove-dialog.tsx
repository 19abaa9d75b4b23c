import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import { formatNumber } from '../../../base/ui/time.ts'

export interface RemoveDialogProps {
  readonly count: number
  readonly onRemove: () => void
  readonly onClose: () => void
}

/** Asks before stories are deleted for good: it is the one thing here that cannot be undone. */
export function RemoveDialog({ count, onRemove, onClose }: RemoveDialogProps) {
  const { translate, locale } = useTexts()
  return (
    <ModalOverlay
      className="modal-overlay"
      isDismissable
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
    >
      <Modal className="modal">
        <Dialog className="dialog" role="alertdialog">
          <Heading slot="title">
            {translate('library.remove.ask', { count: formatNumber(count, locale) })}
          </Heading>
          <p>{translate('library.remove.help')}</p>
          <div className="dialog-acts">
            <Button onPress={onClose} autoFocus>
              {translate('library.remove.cancel')}
            </Button>
            <Button
              look="danger"
              onPress={() => {
                onClose()
                onRemove()
              }}
            >
              {translate('library.act.remove')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
