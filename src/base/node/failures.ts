import { constants } from 'node:os'
import type { BaseErrorCode } from '../contract.ts'
import { isRedaksiError, RedaksiError } from '../errors.ts'

/** The system's code of a foreign error (`ENOSPC`), or `unknown`. */
export function readSystemCode(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return 'unknown'
  return UNNAMED[error.code] ?? error.code
}

/** What Node passes on without a name, because the library under it (libuv) has none: that a quota is used up. */
const UNNAMED: Readonly<Record<string, string | undefined>> = {
  [`Unknown system error -${constants.errno.EDQUOT}`]: 'EDQUOT',
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
