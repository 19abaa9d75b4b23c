import { useEffect, useState } from 'react'
import { isRedaksiError } from '../../../base/errors.ts'
import type { AppClient } from '../../../bridge/index.ts'
import type { Attachment } from '../../story/index.ts'
import type { AttachmentRecord } from '../attachment.ts'

/** What the library knows of a story's attachments, by their files; null until it has answered for all of them. */
export function useAttachmentRecords(
  client: AppClient,
  attachments: readonly Attachment[],
): ReadonlyMap<string, AttachmentRecord> | null {
  const [known, setKnown] = useState<{
    readonly key: string
    readonly records: ReadonlyMap<string, AttachmentRecord>
  } | null>(null)
  const key = attachments
    .map(({ file }) => file)
    .toSorted()
    .join(' ')
  useEffect(() => {
    if (key === '') return
    let isOn = true
    const read = async () => {
      try {
        const records = await client.attachments.list({ ids: key.split(' ') })
        if (isOn) setKnown({ key, records: new Map(records.map((each) => [each.id, each])) })
      } catch (error) {
        // A host that is gone is said on the status line; this is asked again when something changes here.
        if (!isRedaksiError(error)) throw error
      }
    }
    read().catch(reportError)
    return () => void (isOn = false)
  }, [client, key])
  return known?.key === key ? known.records : null
}
