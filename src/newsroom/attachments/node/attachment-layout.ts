import { join } from 'node:path'
import { listNames } from '../../../base/node/hashed-files.ts'
import { isAttachmentId } from '../schemas.ts'

/** Where attachments lie in a library. Ids are given checked only. */
export interface AttachmentLayout {
  readonly folder: string
  readonly original: (id: string) => string
  readonly record: (id: string) => string
}

/** Names the places of a library's attachments. */
export function getAttachmentLayout(library: string): AttachmentLayout {
  const folder = join(library, 'attachments')
  return {
    folder,
    original: (id) => join(folder, `${id}.pdf`),
    record: (id) => join(folder, `${id}.json`),
  }
}

/** The ids of the originals and of the records in the folder; nothing else that lies there is looked at. */
export async function listAttachmentNames({ folder }: AttachmentLayout): Promise<{
  readonly originals: readonly string[]
  readonly records: readonly string[]
}> {
  const named = (await listNames(folder))
    .map((name) => name.split('.'))
    .filter(([id = '', , ...more]) => isAttachmentId(id) && more.length === 0)
  const pick = (extension: string) => named.flatMap(([id = '', end]) => (end === extension ? [id] : []))
  return { originals: pick('pdf'), records: pick('json') }
}
