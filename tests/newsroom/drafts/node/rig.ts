import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Clock } from '../../../../src/base/clock.ts'
import type { RedaksiError } from '../../../../src/base/errors.ts'
import {
  createLibrary,
  openLibrary,
  type Library,
  type OpenLibraryOptions,
} from '../../../../src/newsroom/drafts/node/index.ts'
import { aHouse, createTestRandom } from '../../../support/builders.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'

/** A clock that stands still until it is moved. */
export interface TestClock extends Clock {
  advance(minutes: number): void
}

/** A clock at a day in November, on its hour. */
export function createTestClock(): TestClock {
  let now = Date.parse('2025-11-14T02:00:00.000Z')
  return {
    now: () => now,
    advance: (minutes) => {
      now += minutes * 60_000
    },
  }
}

export interface LibraryRig {
  readonly folder: string
  readonly library: Library
  readonly clock: TestClock
  /** The codes of all warnings so far, of every opening. */
  readonly warnings: string[]
  /** Opens the same library once more; closed when the test ends. */
  open(options?: Partial<OpenLibraryOptions>): Promise<Library>
}

let seeds = 0

/** A fresh library, open for writing; gone when the test has finished. */
export async function aLibrary(options: Partial<OpenLibraryOptions> = {}): Promise<LibraryRig> {
  const folder = join(await makeTemporaryFolder(), 'pustaka')
  const [clock, random] = [createTestClock(), createTestRandom((seeds += 1))]
  const warnings: string[] = []
  const onWarning = ({ code }: RedaksiError) => void warnings.push(code)
  await createLibrary(folder, { house: aHouse(), clock, random })
  const open = async (more: Partial<OpenLibraryOptions> = {}) => {
    const library = await openLibrary(folder, {
      mode: 'write',
      clock,
      random,
      onWarning,
      ...options,
      ...more,
    })
    onTestFinished(() => library.close())
    return library
  }
  return { folder, library: await open(), clock, warnings, open }
}

/** The code that an action fails with, or what it returned. */
export async function getCode(action: Promise<unknown>): Promise<unknown> {
  return action.catch((error: RedaksiError) => error.code ?? error)
}
