import { z } from 'zod'

/** `library.json`: what makes a folder a library. */
export interface LibraryDocument {
  readonly format: number
  /** A lower-case UUID. */
  readonly id: string
  readonly createdAt: string
}

const libraryDocumentSchema = z.strictObject({
  format: z.int().min(1),
  id: z.uuid().lowercase(),
  createdAt: z.iso.datetime(),
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
