import { z } from 'zod'
import { declareOffer, typed } from '../../base/offer.ts'
import type { AttachmentRecord } from './attachment.ts'
import { attachmentIdSchema, fileNameSchema } from './schemas.ts'

const id = attachmentIdSchema
const MOST = 200

/** What attachments offer to the interface. The bytes of a new one are handed in first, under their SHA-256. */
export const attachmentsOffer = declareOffer({
  methods: {
    /** Takes in a PDF whose bytes were handed in; one that is there already is told as it is. */
    import: { input: z.strictObject({ id, name: fileNameSchema }), reply: typed<AttachmentRecord>() },
    /** What is known of attachments, those left out that the library does not have. */
    list: {
      input: z.strictObject({ ids: z.array(id).max(MOST) }),
      reply: typed<readonly AttachmentRecord[]>(),
    },
  },
  events: {},
})
