import { z } from 'zod'

/** `library.json`: what makes a folder a library. */
export interface LibraryDocument {
  readonly format: number
  /** A lower-case UUID. */
  readonly id: string
  readonly createdAt: string
  /** How many days a draft stays in the trash; null for ever. Without it, as many as `DEFAULT_TRASH_DAYS`. */
  readonly trashDays?: number | null
}

/** How long a draft stays in the trash unless the office says otherwise. */
export const DEFAULT_TRASH_DAYS = 30

const libraryDocumentSchema = z.strictObject({
  format: z.int().min(1),
  id: z.uuid().lowercase(),
  createdAt: z.iso.datetime(),
  trashDays: z.int().min(1).max(3_650).nullable().exactOptional(),
})
const newerSchema = z.looseObject({ format: z.int().min(1) })

/**
 * Reads a library's document from untrusted data. One of a newer format is returned as far as it can be read, so that it
 * can be refused by its number. Throws zod's error when it is neither.
 */
export function parseLibraryDocument(value: unknown, supported: number): LibraryDocument {
  const { format } = newerSchema.parse(value)
  return format > supported ? { format, id: '', createdAt: '' } : libraryDocumentSchema.parse(value)
}
