import { z } from 'zod'
import { RedaksiError } from '../../base/errors.ts'
import type { HouseErrorCode } from './contract.ts'
import { parseHouse, type House } from './house.ts'

/** Reads the profile that another office gave out. Fails with `house.file` {at, reason}. */
export function parseHouseFile(text: string): House {
  try {
    // Editors on Windows put a mark at its beginning.
    return parseHouse(JSON.parse(text.replace(/^\ufeff/, '')))
  } catch (cause) {
    const issue = cause instanceof z.ZodError ? cause.issues[0] : undefined
    const reason = issue?.message ?? (cause instanceof Error ? cause.message : String(cause))
    const at = issue === undefined || issue.path.length === 0 ? '/' : issue.path.join('.')
    throw new RedaksiError<HouseErrorCode>('house.file', { at, reason }, cause)
  }
}

/** Writes a house profile as a file for another office, or for `init --house`. */
export function formatHouseFile(house: House): string {
  return `${JSON.stringify(house, null, 2)}\n`
}
