import { useState, type ReactNode } from 'react'
import { Dialog, Heading, Label, Modal, ModalOverlay, Text, TextArea, TextField } from 'react-aria-components'
import { Button } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import { useOpener } from '../../../base/ui/use-opener.ts'

/** Asks for the reason that readers will see. It is one of the two dialogs there are: readers have seen the story. */
export function WithdrawDialog(props: {
  readonly count: number
  readonly onWithdraw: (reason: string) => void
  readonly icon: ReactNode
}) {
  const { count, onWithdraw, icon } = props
  const { translate } = useTexts()
  const [reason, setReason] = useState('')
  const { button, opened } = useOpener('dialog')
  return (
    <>
      <Button {...button} look="danger" icon={icon}>
        {translate('publish.withdraw')}
      </Button>
      <ModalOverlay
        className="modal-overlay"
        isDismissable
        isOpen={opened.isOpen}
        onOpenChange={(isOpen) => {
          setReason('')
          opened.onOpenChange(isOpen)
        }}
      >
        <Modal className="modal">
          <Dialog className="dialog">
            {({ close }) => (
              <form
                onSubmit={(event) => {
                  event.preventDefault()
                  onWithdraw(reason)
                  close()
                }}
              >
                <Heading slot="title">{translate('publish.withdraw.title', { count })}</Heading>
                <TextField className="field" value={reason} onChange={setReason} isRequired autoFocus>
                  <Label>{translate('publish.withdraw.reason')}</Label>
                  <TextArea className="input" rows={3} />
                  <Text slot="description" className="help">
                    {translate('publish.withdraw.help')}
                  </Text>
                </TextField>
                <div className="dialog-acts">
                  <Button onPress={close}>{translate('publish.cancel')}</Button>
                  <Button look="danger" type="submit" isDisabled={reason === ''}>
                    {translate('publish.withdraw.confirm')}
                  </Button>
                </div>
              </form>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  )
}
