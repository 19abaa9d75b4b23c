import { StorageNews } from '../../newsroom/drafts/ui/index.ts'
import type { Desk } from './desk.ts'

/** What the quiet line says of the library's keeping. */
export function StorageWords({ desk: { client, places } }: { readonly desk: Desk }) {
  return <StorageNews client={client} onShow={() => places.showSettings('storage')} />
}
