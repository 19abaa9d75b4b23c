/**
 * What may fail where files are read and written, whatever they hold.
 * `base.file-damaged` {path}: its bytes are not what they should be; they were left as they are.
 * `base.read-failed` {path, reason}, `base.write-failed` {path, reason}: `reason` is the system's own code (`EIO`).
 * `base.disk-full` {path}: no room, or the quota is used up. `base.not-writable` {path}: no permission.
 */
export const BASE_ERROR_CODES = [
  'base.file-damaged',
  'base.read-failed',
  'base.write-failed',
  'base.disk-full',
  'base.not-writable',
] as const

export type BaseErrorCode = (typeof BASE_ERROR_CODES)[number]
