import { isRedaksiError } from '../../../base/errors.ts'
import { inspectHashedFiles } from '../../../base/node/hashed-files.ts'
import type { AttachmentsProblem } from '../problem.ts'
import { getAttachmentLayout, listAttachmentNames, type AttachmentLayout } from './attachment-layout.ts'
import { openAttachmentRecord } from './attachment-store.ts'

/**
 * Looks over the attachments of a library and changes nothing: every file against the digest that it is named by, and
 * what is known of each. Fails with `base.read-failed`.
 */
export async function inspectAttachments(library: string): Promise<readonly AttachmentsProblem[]> {
  const layout = getAttachmentLayout(library)
  const { originals, records } = await listAttachmentNames(layout)
  const found = await inspectHashedFiles({
    originals: new Map(originals.map((id) => [id, layout.original(id)])),
    records: new Map(records.map((id) => [id, layout.record(id)])),
    isRecordGood: (id) => isRecordGood(layout, id),
  })
  return found.map(({ fault, path }) => ({ code: `attachments.${fault}` as const, path, detail: null }))
}

async function isRecordGood(layout: AttachmentLayout, id: string): Promise<boolean> {
  try {
    const record = await openAttachmentRecord(layout, id).read()
    return record === null || record.id === id
  } catch (error) {
    if (isRedaksiError(error, 'base.file-damaged')) return false
    throw error
  }
}
