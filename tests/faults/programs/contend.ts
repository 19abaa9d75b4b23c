import { openSync, closeSync, rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { isRedaksiError } from '../../../src/base/errors.ts'
import { createSystemClock, systemRandom } from '../../../src/base/node/system.ts'
import { openLibrary } from '../../../src/newsroom/drafts/node/index.ts'
import { countIn, writeCount } from '../support/counts.ts'
import { openWithoutLock } from '../support/without-lock.ts'

/**
 * One of several processes on one library: opens it when nobody else holds it, adds one to its own count in the draft a
 * few times, and lets it go, until its count is full. While it holds the library it owns a marker that nobody else may
 * have at the same time.
 */
const { folder, draft, name, writes, hasLock } = z
  .object({ folder: z.string(), draft: z.string(), name: z.string(), writes: z.int(), hasLock: z.boolean() })
  .parse(JSON.parse(process.argv[2] ?? ''))
const marker = `${folder}.owner`
const options = { mode: 'write', clock: createSystemClock(), random: systemRandom } as const
const print = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)
/** How often a process writes before it lets the others have a turn. */
const BATCH = 5

let acknowledged = 0
let clashes = 0
let conflicts = 0
while (acknowledged < writes) {
  const library = await (hasLock ? openLibrary : openWithoutLock)(folder, options).catch((error: unknown) => {
    if (isRedaksiError(error, 'drafts.library-locked')) return null
    throw error
  })
  if (library === null) {
    await wait(1 + Math.random() * 4)
    continue
  }
  const isAlone = takeMarker()
  if (!isAlone) clashes += 1
  for (let i = 0; i < BATCH && acknowledged < writes; i += 1) {
    try {
      const { revision, story } = await library.drafts.read(draft)
      const changed = writeCount(story, name, countIn(story, name) + 1)
      await library.drafts.save(draft, { baseRevision: revision, story: changed })
      acknowledged += 1
    } catch (error) {
      if (!isRedaksiError(error, 'drafts.conflict')) throw error
      conflicts += 1
    }
  }
  if (isAlone) rmSync(marker)
  await library.close()
}
print({ acknowledged, clashes, conflicts })

function takeMarker(): boolean {
  try {
    closeSync(openSync(marker, 'wx'))
    return true
  } catch {
    return false
  }
}
