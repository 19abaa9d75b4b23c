import { isRedaksiError } from '../../../base/errors.ts'
import { createJsonFile } from '../../../base/node/json-file.ts'

/** A document as an inspection sees it. */
export type Checked<T> =
  { readonly state: 'good'; readonly value: T } | { readonly state: 'missing' | 'damaged' }

/** Reads a document and says how it is. A disk that refuses still fails, with `base.read-failed`. */
export async function checkFile<T extends object>(
  path: string,
  parse: (value: unknown) => T,
): Promise<Checked<T>> {
  try {
    const value = await createJsonFile({ path, parse }).read()
    return value === null ? { state: 'missing' } : { state: 'good', value }
  } catch (error) {
    if (isRedaksiError(error, 'base.file-damaged')) return { state: 'damaged' }
    throw error
  }
}
