import type { BaseErrorCode } from '../contract.ts'
import { isRedaksiError, RedaksiError } from '../errors.ts'

/** The system's code of a foreign error (`ENOSPC`), or `unknown`. */
export function readSystemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
}

/** Says in our words why a file could not be written. One that is ours already is returned as it is. */
export function toWriteError(path: string, error: unknown): RedaksiError {
  if (isRedaksiError(error)) return error
  const reason = readSystemCode(error)
  const code = WRITE_CODES[reason]
  return code === undefined
    ? new RedaksiError('base.write-failed', { path, reason }, error)
    : new RedaksiError(code, { path }, error)
}

/** Says in our words why a file could not be read. One that is ours already is returned as it is. */
export function toReadError(path: string, error: unknown): RedaksiError {
  if (isRedaksiError(error)) return error
  return new RedaksiError('base.read-failed', { path, reason: readSystemCode(error) }, error)
}

const WRITE_CODES: Readonly<Record<string, BaseErrorCode | undefined>> = {
  ENOSPC: 'base.disk-full',
  EDQUOT: 'base.disk-full',
  EACCES: 'base.not-writable',
  EPERM: 'base.not-writable',
  EROFS: 'base.not-writable',
}
