import { StoragePanel } from '../../../newsroom/drafts/ui/index.ts'
import type { SectionProps } from './section.ts'

/** Where the library lies, and its backups. */
export function StorageSection({ desk: { client, isReadOnly } }: SectionProps) {
  return <StoragePanel client={client} isReadOnly={isReadOnly} />
}
