import { z } from 'zod'
import type { AttachmentRecord } from './attachment.ts'

const digest = z.string().regex(/^[0-9a-f]{64}$/)

/** The parser of an attachment's name in the library. */
export const attachmentIdSchema = digest
/** The parser of what a file is called, for people alone: no path is made of it. In UTF-16 units. */
export const fileNameSchema = z.string().max(1_000)

const recordSchema = z.strictObject({
  schema: z.literal(1),
  id: digest,
  name: fileNameSchema,
  bytes: z.int().min(1),
  isEncrypted: z.boolean(),
  hasScript: z.boolean(),
  addedAt: z.iso.datetime(),
})

/** Reads an attachment's record from untrusted data. Throws zod's error, which names the place, when it is not one. */
export function parseAttachmentRecord(value: unknown): AttachmentRecord {
  return recordSchema.parse(value)
}

/** Whether a text is an attachment's name, and so may be part of a path. */
export function isAttachmentId(name: string): boolean {
  return digest.safeParse(name).success
}
