import { isRedaksiError } from '../../src/base/errors.ts'

/** The code that a call fails with. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise
    return 'nothing failed'
  } catch (error) {
    return isRedaksiError(error) ? error.code : String(error)
  }
}
