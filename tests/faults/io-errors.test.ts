import { closeSync, openSync, statfsSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { makeDisk, makeSmallDisk } from './support/disk.ts'
import { inFolder } from './support/folders.ts'
import { describeTrial } from './support/needs.ts'
import { reportTrial } from './support/report.ts'
import { reopenSaver, startSaver, type Saver } from './support/saver.ts'
import { choose } from './support/scale.ts'
import { SIZES } from './support/stories.ts'
import { attachStrace } from './support/strace.ts'

/** What the system says, and what a person is told of it. */
const ERRORS = {
  ENOSPC: 'base.disk-full',
  EDQUOT: 'base.disk-full',
  EIO: 'base.write-failed',
  EMFILE: 'base.write-failed',
  EROFS: 'base.not-writable',
  EACCES: 'base.not-writable',
} as const

/** The steps of a save. The new file's name is not known before; it is one of the next few. */
const STEPS = ['open', 'write', 'fsync', 'close', 'rename of the former', 'rename', 'folder fsync'] as const
type Step = (typeof STEPS)[number]

/** A person is told within this many milliseconds. */
const SOON = 2_000

interface Call {
  readonly call: string
  /** Its files: strace looks at the first of a call. */
  readonly paths: readonly string[]
  /** The manieth of these. */
  readonly when: number
}

function chooseCall(step: Step, saver: Saver): Call {
  const temporaries = Array.from({ length: 400 }, (_, i) => `${saver.path}.${saver.pid}-${i + 1}.tmp`)
  switch (step) {
    case 'open':
      return { call: 'openat', paths: temporaries, when: 1 }
    case 'rename of the former':
      return { call: 'rename', paths: temporaries, when: 1 }
    case 'rename':
      return { call: 'rename', paths: temporaries, when: 2 }
    case 'folder fsync':
      return { call: 'fsync', paths: [saver.folder], when: 1 }
    default:
      return { call: step, paths: temporaries, when: 1 }
  }
}

/** Has one save fail at one step, and returns what went wrong with that; nothing, when all is as it should be. */
async function failOnce(
  saver: Saver,
  log: string,
  { step, error, number }: { step: Step; error: keyof typeof ERRORS; number: number },
): Promise<readonly string[]> {
  const before = await saver.readNumber()
  const { call, paths, when } = chooseCall(step, saver)
  const where = paths.flatMap((path) => ['-P', path])
  const tracer = await attachStrace(
    saver.pid,
    [...where, '-e', `trace=${call}`, '-e', `inject=${call}:error=${error}:when=${when}`],
    log,
  )
  const failed = await saver.save(number)
  const seen = await tracer.detach()
  const faults: string[] = []
  const claim = (isRight: boolean, fault: string): void =>
    void (isRight || faults.push(`${step} ${error}: ${fault}`))
  claim(seen.includes('(INJECTED)'), 'the error was not met')
  claim(failed.code !== null, 'the save was acknowledged')
  claim(failed.code === null || failed.code === ERRORS[error], `the person was told ${failed.code}`)
  claim(failed.after < SOON, `told after ${Math.round(failed.after)} ms`)
  claim((await saver.readNumber()) === before, 'the old file is not intact')
  const left = await saver.listTemporaries()
  claim(left.length === 0, `${left.join()} is left`)
  const next = await saver.save(number + 1)
  claim(next.code === null && (await saver.readNumber()) === number + 1, `the next save: ${next.code}`)
  return faults
}

/** Goes through all cells so many times. Each round is another process, so that counters stay small. */
async function failEverywhere(
  rounds: number,
  flaw: 'none' | 'deaf-to-fsync' = 'none',
): Promise<readonly string[]> {
  const faults: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    const paragraphs = Object.values(SIZES)[round % 2] ?? SIZES.small
    await inFolder(async (folder) => {
      const saver = await startSaver(join(folder, 'place'), paragraphs, flaw)
      let number = 10
      for (const step of STEPS) {
        for (const error of Object.keys(ERRORS) as (keyof typeof ERRORS)[]) {
          faults.push(...(await failOnce(saver, join(folder, 'strace.log'), { step, error, number })))
          number += 2
        }
      }
      await saver.close()
    })
  }
  return faults
}

const CELLS = STEPS.length * Object.keys(ERRORS).length

describeTrial('I/O errors at each step of a save', ['strace'], () => {
  it('are never acknowledged, leave the old file, and are told by their name', async () => {
    const rounds = choose(1, 25)
    const faults = await failEverywhere(rounds)
    reportTrial({ name: 'I/O errors at each step of a save', trials: CELLS * rounds, losses: faults.length })
    expect(faults).toEqual([])
  })

  it('catches a save that takes a failed flush for a flushed file', async () => {
    const faults = await failEverywhere(1, 'deaf-to-fsync')
    reportTrial({ name: 'I/O errors, planted: deaf to fsync', trials: CELLS, losses: faults.length })
    expect(faults.some((fault) => fault.includes('acknowledged'))).toBe(true)
  })
})

describeTrial('a disk that is full', ['root', 'mount'], () => {
  it('keeps the old text, says so, and takes the next save once there is room', async () => {
    const disk = await makeSmallDisk(2_048)
    onTestFinished(() => disk.remove())
    const saver = await startSaver(join(disk.folder, 'place'), SIZES.long)
    onTestFinished(() => saver.close())
    const rounds = choose(5, 25)
    const faults: string[] = []
    const filler = join(disk.folder, 'filler')
    for (let round = 0; round < rounds; round += 1) {
      fillUp(disk.folder, filler)
      const number = 10 + 2 * round
      const before = await saver.readNumber()
      const { code, after } = await saver.save(number)
      const found = {
        code,
        isSoon: after < SOON,
        stands: await saver.readNumber(),
        left: await saver.listTemporaries(),
      }
      const expected = { code: 'base.disk-full', isSoon: true, stands: before, left: [] }
      if (JSON.stringify(found) !== JSON.stringify(expected)) faults.push(JSON.stringify(found))
      truncateSync(filler, 0)
      const next = await saver.save(number + 1)
      if (next.code !== null || (await saver.readNumber()) !== number + 1)
        faults.push(`the next save: ${next.code}`)
    }
    reportTrial({ name: 'a disk that is full', trials: rounds, losses: faults.length })
    expect(faults).toEqual([])
  })
})

function fillUp(folder: string, filler: string): void {
  const { bavail, bsize } = statfsSync(folder)
  const file = openSync(filler, 'w')
  try {
    // Until it is refused: the disk keeps its own accounts of what is free.
    for (let left = bavail + 1; left > 0; left -= 1) writeSync(file, new Uint8Array(bsize))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  } finally {
    closeSync(file)
  }
}

describeTrial('a disk that turns read-only', ['root', 'mount', 'mkfs.ext4'], () => {
  it('keeps the old text, says so, and takes the next save once it is mended', async () => {
    const rounds = choose(2, 25)
    const faults: string[] = []
    const disk = await makeDisk('ext4')
    onTestFinished(() => disk.remove())
    for (let round = 0; round < rounds; round += 1) {
      const place = join(disk.folder, `place-${round}`)
      const saver = await startSaver(place, SIZES.small)
      onTestFinished(() => saver.close())
      disk.makeReadOnly()
      const { code, after } = await saver.save(10)
      const found = {
        code,
        isSoon: after < SOON,
        stands: await saver.readNumber(),
        left: await saver.listTemporaries(),
      }
      const expected = { code: 'base.not-writable', isSoon: true, stands: 2, left: [] }
      if (JSON.stringify(found) !== JSON.stringify(expected)) faults.push(JSON.stringify(found))
      await saver.close()
      await disk.restart()
      const next = await reopenSaver(place, saver.draft, SIZES.small)
      onTestFinished(() => next.close())
      const again = await next.save(11)
      if (again.code !== null || (await next.readNumber()) !== 11) faults.push(`the next save: ${again.code}`)
      await next.close()
    }
    reportTrial({ name: 'a disk that turns read-only', trials: rounds, losses: faults.length })
    expect(faults).toEqual([])
  })
})
