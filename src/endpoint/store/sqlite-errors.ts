import { z } from 'zod'
import { RedaksiError } from '../../base/errors.ts'

/** SQLite's result codes (sqlite.org/rescode.html); the low byte is the primary one. */
const SQLITE = { busy: 5, locked: 6, corrupt: 11, full: 13, notADatabase: 26 } as const

/** Turns SQLite's errors into ours, where the caller can do something about them; others stay what they are. */
export function translateSqliteError(error: unknown, path: string): unknown {
  const parsed = z.object({ errcode: z.int() }).safeParse(error)
  if (!parsed.success) return error
  const code = parsed.data.errcode & 0xff
  if (code === SQLITE.busy || code === SQLITE.locked)
    return new RedaksiError('endpoint.store-busy', { path }, error)
  if (code === SQLITE.full) return new RedaksiError('endpoint.store-full', { path }, error)
  if (code === SQLITE.corrupt || code === SQLITE.notADatabase)
    return new RedaksiError('endpoint.store-damaged', { path }, error)
  return error
}
