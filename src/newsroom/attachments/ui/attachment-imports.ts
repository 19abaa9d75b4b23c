import { RedaksiError } from '../../../base/errors.ts'
import { FileImports } from '../../../base/ui/file-imports.ts'
import type { AppClient } from '../../../bridge/index.ts'
import type { PutBlob } from '../../photos/ui/index.ts'
import { LARGEST_ATTACHMENT, LARGEST_MEGABYTES, type AttachmentRecord } from '../attachment.ts'
import type { AttachmentsErrorCode } from '../contract.ts'

/** Takes PDFs in, one after the other. One that is refused stays listed with the reason. */
export type AttachmentImports = FileImports<AttachmentRecord>

/** Makes the way in for attachments. */
export function createAttachmentImports(client: AppClient, putBlob: PutBlob): AttachmentImports {
  return new FileImports({
    refuse: ({ size }) =>
      size > LARGEST_ATTACHMENT
        ? new RedaksiError<AttachmentsErrorCode>('attachments.too-large', { limit: LARGEST_MEGABYTES })
        : null,
    put: putBlob,
    take: (id, { name }) => client.attachments.import({ id, name }),
    // Looking a file through is over before anyone could stop it.
    cancel: () => Promise.resolve(),
  })
}
