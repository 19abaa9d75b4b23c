import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { isRedaksiError } from '../../src/base/errors.ts'
import { createSystemClock, systemRandom } from '../../src/base/node/system.ts'
import { openLibrary } from '../../src/newsroom/drafts/node/index.ts'
import { countIn } from './support/counts.ts'
import { layLibrary } from './support/draft-operations.ts'
import { inFolder } from './support/folders.ts'
import { startProgram } from './support/program.ts'
import { reportTrial } from './support/report.ts'
import { choose } from './support/scale.ts'
import { SIZES } from './support/stories.ts'

const reading = { mode: 'read', clock: createSystemClock(), random: systemRandom } as const
const writing = { ...reading, mode: 'write' } as const
const tallySchema = z.object({ acknowledged: z.int(), clashes: z.int(), conflicts: z.int() })

interface Contest {
  readonly acknowledged: number
  /** Acknowledged writes that the draft does not show. */
  readonly lost: number
  /** How often two owned the library at a time. */
  readonly clashes: number
  /** Reads past the writers that met anything but a whole draft, of so many. */
  readonly torn: number
  readonly reads: number
}

/** Lets several processes write one draft, while another one reads it all the time. */
async function contend(processes: number, writes: number, hasLock: boolean): Promise<Contest> {
  return inFolder(async (place) => {
    const draft = await layLibrary(place, SIZES.small)
    const folder = join(place, 'library')
    const names = Array.from({ length: processes }, (_, i) => `proses-${i + 1}`)
    const programs = names.map((name) => startProgram('contend', { folder, draft, name, writes, hasLock }))
    const ends = Promise.all(programs.map((program) => program.ended))
    const seen = await readUntil(folder, draft, ends)
    const library = await openLibrary(folder, reading)
    const story = await library.drafts.read(draft).then((read) => read.story)
    await library.close()
    const tallies = programs.map(({ lines, complaint }, i) => {
      const tally = tallySchema.safeParse(lines[0])
      if (!tally.success) throw new Error(`${names[i]} ended early: ${complaint()}`)
      return { ...tally.data, stands: countIn(story, names[i] ?? '') }
    })
    const sum = (pick: (tally: (typeof tallies)[number]) => number) =>
      tallies.reduce((total, tally) => total + pick(tally), 0)
    return {
      acknowledged: sum((tally) => tally.acknowledged),
      lost: sum((tally) => tally.acknowledged - tally.stands),
      clashes: sum((tally) => tally.clashes),
      ...seen,
    }
  })
}

async function readUntil(
  folder: string,
  draft: string,
  ends: Promise<unknown>,
): Promise<{ torn: number; reads: number }> {
  let isOver = false
  const over = ends.then(() => (isOver = true))
  let [torn, reads] = [0, 0]
  while (!isOver) {
    // Opened anew each time: a reader remembers nothing of the last look.
    const library = await openLibrary(folder, reading)
    await library.drafts.read(draft).catch(() => (torn += 1))
    await library.close()
    reads += 1
    await wait(2)
  }
  await over
  return { torn, reads }
}

describe('several processes on one library', () => {
  const [processes, writes] = choose([2, 200], [4, 2_000])

  it(`${processes} of them lose nothing, tear nothing, and never own it at the same time`, async () => {
    const contest = await contend(processes, writes, true)
    const { lost, clashes, torn, acknowledged, reads } = contest
    reportTrial({
      name: `${processes} processes on one library`,
      trials: processes * writes,
      losses: lost + clashes + torn,
      notes: { acknowledged, reads },
    })
    expect({ acknowledged, lost, clashes, torn }).toEqual({
      acknowledged: processes * writes,
      lost: 0,
      clashes: 0,
      torn: 0,
    })
  })

  it('catches a library without a lock', async () => {
    const { lost, clashes } = await contend(2, 200, false)
    reportTrial({ name: 'two processes, planted: no lock', trials: 400, losses: lost + clashes })
    expect(lost + clashes).toBeGreaterThan(0)
  })
})

describe('a lock whose owner was killed', () => {
  /** How long it takes until somebody else has it, in milliseconds. */
  async function takeOver(): Promise<number> {
    return inFolder(async (place) => {
      const draft = await layLibrary(place, SIZES.small)
      const folder = join(place, 'library')
      const holder = startProgram('save-on-demand', { folder, draft, flaw: 'none' })
      await holder.next()
      const refused = await openLibrary(folder, writing).then(() => null, String)
      if (refused?.includes(`pid=${holder.pid}`) !== true) throw new Error(`it was not held: ${refused}`)
      await holder.kill()
      const killed = performance.now()
      for (;;) {
        const library = await openLibrary(folder, writing).catch((error: unknown) => {
          if (isRedaksiError(error, 'drafts.library-locked')) return null
          throw error
        })
        if (library !== null) {
          await library.close()
          return performance.now() - killed
        }
        await wait(10)
      }
    })
  }

  it('is taken within five seconds', async () => {
    const times: number[] = []
    for (let trial = 0; trial < choose(5, 50); trial += 1) times.push(await takeOver())
    const late = times.filter((time) => time > 5_000)
    const slowest = `${Math.round(Math.max(...times))} ms`
    reportTrial({ name: 'stale lock', trials: times.length, losses: late.length, notes: { slowest } })
    expect(late).toEqual([])
  })
})
