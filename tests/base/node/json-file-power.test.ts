import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { FileSystem } from '../../../src/base/node/file-system.ts'
import { createJsonFile, type JsonFile } from '../../../src/base/node/json-file.ts'
import { isTemporaryName } from '../../../src/base/node/temporary.ts'
import { createSimulatedDisk, type DiskFault } from '../../support/simulated-disk.ts'

/**
 * Saves that overlap, a disk that fails at some calls, and power that goes at one: what was acknowledged is what is
 * read afterwards, or something newer. And the same harness catches every defect that was planted in it.
 */
type Note = { readonly number: number }
type OpenNote = (files: FileSystem) => JsonFile<Note>

interface Trial {
  /** For each write, whether it waits for the one before. */
  readonly waits: readonly boolean[]
  /** Calls that fail, and with what. */
  readonly faults: ReadonlyMap<number, string>
  /** The call at which the power goes; none in a trial without. */
  readonly powerAt: number | null
  readonly draws: readonly number[]
}

const open: OpenNote = (files) =>
  createJsonFile({
    path: '/d/a.json',
    parse: z.strictObject({ number: z.int() }).parse,
    keepPrevious: true,
    files,
  })

const arbitraryTrial: fc.Arbitrary<Trial> = fc.record({
  waits: fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
  faults: fc
    .array(fc.tuple(fc.nat(90), fc.constantFrom('EIO', 'ENOSPC', 'EACCES', 'EMFILE')), { maxLength: 3 })
    .map((pairs) => new Map(pairs)),
  powerAt: fc.option(fc.nat(100)),
  draws: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 8, maxLength: 8 }),
})

/** Runs a trial and tells what went wrong; an empty list is what is promised. */
async function run({ waits, faults, powerAt, draws }: Trial, openNote: OpenNote): Promise<readonly string[]> {
  let isOn = true
  const fault: DiskFault = ({ index }) => {
    if (!isOn) return null
    return index === powerAt ? 'POWER' : (faults.get(index) ?? null)
  }
  const disk = createSimulatedDisk('/d', fault)
  const file = openNote(disk)
  let acknowledged = 0
  const writes: Promise<void>[] = []
  for (const [i, isWaiting] of waits.entries()) {
    const write = file.write({ number: i + 1 }).then(
      () => {
        acknowledged = Math.max(acknowledged, i + 1)
      },
      () => {},
    )
    writes.push(write)
    if (isWaiting) await write
  }
  await Promise.all(writes)
  const problems: string[] = []
  isOn = false
  if (disk.isDark) disk.restart(createDraw(draws))
  else if (faults.size < 2 && disk.names('/d').some(isTemporaryName)) problems.push('a temporary is left')
  const found = await open(disk)
    .read()
    .catch((error: unknown) => String(error))
  const number = found === null ? 0 : typeof found === 'string' ? -1 : found.number
  if (number < acknowledged) problems.push(`acknowledged ${acknowledged}, read ${JSON.stringify(found)}`)
  // A single fault is undone; only when undoing fails as well may a newer one, whole, stand there.
  if (powerAt === null && faults.size < 2 && number !== acknowledged)
    problems.push(`${number}, not ${acknowledged}`)
  return problems
}

function createDraw(draws: readonly number[]): () => number {
  let next = 0
  return () => draws[next++ % draws.length] ?? 0
}

/** File systems and files with a defect each, which somebody might write in good faith. */
const DEFECTS: Record<string, OpenNote> = {
  'the file is not flushed': (files) =>
    open({ ...files, create: async (path) => ({ ...(await files.create(path)), sync: async () => {} }) }),
  'a failed flush is taken for done': (files) =>
    open({
      ...files,
      create: async (path) => {
        const file = await files.create(path)
        return { ...file, sync: () => file.sync().catch(() => {}) }
      },
    }),
  'a failed flush is asked again': (files) =>
    open({
      ...files,
      create: async (path) => {
        const file = await files.create(path)
        return { ...file, sync: () => file.sync().catch(() => file.sync()) }
      },
    }),
  'the folder is not flushed': (files) => open({ ...files, syncFolder: async () => {} }),
  'it is acknowledged early': (files) => {
    const file = open(files)
    return {
      ...file,
      write: async (value) => {
        file.write(value).catch(() => {})
      },
    }
  },
}

describe('a JSON file on a disk that fails and loses power', () => {
  it('holds what was acknowledged, or something newer', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryTrial, async (trial) => {
        expect(await run(trial, open)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  for (const [name, openDefective] of Object.entries(DEFECTS)) {
    it(`is caught when ${name}`, async () => {
      const seeds = fc.sample(arbitraryTrial, { numRuns: 600, seed: 7 })
      const caught = async () => {
        for (const trial of seeds) if ((await run(trial, openDefective)).length > 0) return true
        return false
      }
      expect(await caught()).toBe(true)
    })
  }
})
