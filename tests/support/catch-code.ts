import { isRedaksiError } from '../../src/base/errors.ts'

/** The code of the foreseen failure that a call ends in; what else was thrown, or that nothing was, in words. */
export function catchCode(call: () => unknown): string {
  try {
    call()
  } catch (error) {
    return isRedaksiError(error) ? error.code : String(error)
  }
  return 'nothing was thrown'
}
