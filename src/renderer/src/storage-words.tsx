import { StorageNews } from '../../newsroom/drafts/ui/index.ts'
import type { Desk } from './desk.ts'
import { HandoverWatch } from './handover/handover-watch.tsx'

/** What the quiet line says of the library's keeping; and what waits, unseen, for files that are dropped or opened. */
export function StorageWords({ desk }: { readonly desk: Desk }) {
  const { client, places } = desk
  return (
    <>
      <HandoverWatch desk={desk} />
      <StorageNews client={client} onShow={() => places.showSettings('storage')} />
    </>
  )
}
