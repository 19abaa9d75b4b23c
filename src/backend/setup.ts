import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { RedaksiError } from '../base/errors.ts'
import { resolveResource } from '../base/node/resources.ts'
import { createLibrary } from '../newsroom/drafts/node/index.ts'
import { parseHouse, type House, type HouseErrorCode } from '../newsroom/house/index.ts'
import type { BackendErrorCode } from './contract.ts'
import type { Surroundings } from './newsroom.ts'

/** Makes an empty library for an office. */
export async function createNewsroom(
  folder: string,
  house: House,
  surroundings: Surroundings,
): Promise<{ id: string }> {
  const { clock, random } = surroundings
  return createLibrary(folder, { house, clock, random })
}

/** The profile of an invented office, to begin with. */
export async function readStarterHouse(): Promise<House> {
  return readHouseFile(fileURLToPath(resolveResource('house/starter.json')))
}

/** Reads an office's profile from a file; `house.invalid` names the place in it that does not fit. */
export async function readHouseFile(file: string): Promise<House> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new RedaksiError<BackendErrorCode>('import.not-readable', { file }, cause)
  })
  try {
    return parseHouse(JSON.parse(text))
  } catch (cause) {
    const issue = cause instanceof z.ZodError ? cause.issues[0] : undefined
    const reason = issue?.message ?? (cause instanceof Error ? cause.message : String(cause))
    const at = issue === undefined || issue.path.length === 0 ? '/' : issue.path.join('.')
    throw new RedaksiError<HouseErrorCode>('house.invalid', { file, at, reason }, cause)
  }
}
