import type { Dialog, Shell } from 'electron'
import type { Translate } from '../base/translate.ts'

export interface OpenOutsideOptions {
  readonly dialog: Pick<Dialog, 'showMessageBox'>
  readonly shell: Pick<Shell, 'openExternal'>
  readonly translate: Translate
  /** The local endpoint's own address, whose news page is read without https; null while there is none. */
  readonly getLocalOrigin: () => string | null
}

/** Whether an address may be handed to the system: the web, the post, and our own endpoint on this machine. */
function isOpenable(address: string, localOrigin: string | null): boolean {
  const url = URL.parse(address)
  if (url === null || url.username !== '' || url.password !== '') return false
  return (
    url.protocol === 'https:' ||
    url.protocol === 'mailto:' ||
    (localOrigin !== null && url.origin === localOrigin)
  )
}

/** Opens an address in the person's own browser or mail program, if it may be and the person wants to. */
export async function openOutside(address: string, options: OpenOutsideOptions): Promise<void> {
  const { dialog, shell, translate, getLocalOrigin } = options
  if (!isOpenable(address, getLocalOrigin())) return
  // As the system will see it, not as the page wrote it.
  const { href } = new URL(address)
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: translate('main.open-outside.ask'),
    detail: href,
    buttons: [translate('main.open-outside.open'), translate('main.cancel')],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  if (response === 0) await shell.openExternal(href)
}
