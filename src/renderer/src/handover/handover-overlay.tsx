import { useSyncExternalStore } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useTexts } from '../../../base/ui/texts.tsx'
import {
  HandoverOffer,
  HandoverQuestion,
  HandoverRefusal,
  HandoverTask,
} from '../../../newsroom/handover/ui/index.ts'
import type { Desk } from '../desk.ts'
import { getHandover, setHandover, subscribeHandover } from './handover-store.ts'
import { makeHandoverFile } from './make-file.ts'
import { settleHandover } from './settle-handover.ts'

/** What lies over the desk while a story is handed over, or a file is opened. */
export function HandoverOverlay({ desk, onClose }: { readonly desk: Desk; readonly onClose: () => void }) {
  const state = useSyncExternalStore(subscribeHandover, getHandover)
  const isWide = state.kind === 'asked'
  const close = () => {
    leave(desk)
    onClose()
  }
  return (
    <ModalOverlay
      className="modal-overlay"
      isOpen
      isKeyboardDismissDisabled={state.kind === 'asked' && state.isBusy}
      onOpenChange={(isOpen) => isOpen || close()}
    >
      <Modal className={isWide ? 'modal handover-modal is-wide' : 'modal handover-modal'}>
        <Dialog className="dialog" role={state.kind === 'refused' ? 'alertdialog' : 'dialog'}>
          <Step key={state.kind} desk={desk} onClose={close} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Step({ desk, onClose }: { readonly desk: Desk; readonly onClose: () => void }) {
  const state = useSyncExternalStore(subscribeHandover, getHandover)
  const { translate } = useTexts()
  switch (state.kind) {
    case 'offered':
      return (
        <HandoverOffer
          headline={state.headline === '' ? translate('app.row.untitled') : state.headline}
          onMake={() => desk.run(makeHandoverFile(state.id))}
          onClose={onClose}
        />
      )
    case 'working':
      return <HandoverTask kind={state.what} done={state.done} total={state.total} onStop={onClose} />
    case 'asked':
      return (
        <HandoverQuestion
          view={state.view}
          rule={desk.house}
          isBusy={state.isBusy}
          onChoose={(choice) => desk.run(settleHandover(state.view, choice))}
          onClose={onClose}
        />
      )
    case 'refused':
      return <HandoverRefusal words={translate(state.error.code, state.error.details)} onClose={onClose} />
    default:
      return null
  }
}

/** What is under way is stopped, and an opened file put away: nothing of it stays. */
function leave({ client }: Desk): void {
  const state = getHandover()
  if (state.kind === 'working') void client.handover.stop({ task: state.task })
  if (state.kind === 'asked') void client.handover.forget({ handle: state.view.handle })
  setHandover({ kind: 'nothing' })
}
