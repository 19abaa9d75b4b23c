import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { isOwnAddress } from './own-address.ts'

/** Whether the window factory made this window. */
export type IsOwnWindow = (contents: WebContents) => boolean

/** One thing that must hold of who sends a message. */
export type SenderCheck = (event: IpcMainInvokeEvent, isOwnWindow: IsOwnWindow) => boolean

/** A page within a page may be anybody's. A frame that has gone on to another page, or is gone, is null. */
export const checkMainFrame: SenderCheck = ({ senderFrame }) =>
  senderFrame !== null && senderFrame.parent === null

/** The frame shows our page. */
export const checkAddress: SenderCheck = ({ senderFrame }) => isOwnAddress(senderFrame?.url ?? '')

/** The window is one that the factory made, with everything that it switches off. */
export const checkWindow: SenderCheck = ({ sender }, isOwnWindow) => isOwnWindow(sender)

/** All of them: a message is answered only when each holds. */
export const SENDER_CHECKS: readonly SenderCheck[] = [checkMainFrame, checkAddress, checkWindow]
