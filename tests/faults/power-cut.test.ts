import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { keepThoseBefore, readTicks } from './support/acknowledge.ts'
import { findMountTrouble, makeDisk, type Disk, type DiskKind } from './support/disk.ts'
import { describeTrial, type Need } from './support/needs.ts'
import { inFolder } from './support/folders.ts'
import { POWER_SUBJECTS } from './support/power-subjects.ts'
import { startProgram } from './support/program.ts'
import { reportSkip, reportTrial } from './support/report.ts'
import { reopenSaver, startSaver } from './support/saver.ts'
import { choose, createDice, SEED } from './support/scale.ts'
import { SIZES } from './support/stories.ts'
import { attachStrace } from './support/strace.ts'

/** After how long the power goes, in milliseconds from when every program has been answered once. */
const [SOONEST, LATEST] = [20, 900]

interface Cut {
  /** How much was answered for before the cut, and what of it is lost. */
  readonly answered: number
  readonly losses: readonly string[]
}

/** Lets every subject write, cuts the power, and looks at what the disk holds when it is back. */
async function cutOnce(disk: Disk, trial: number, delay: number, under: readonly string[]): Promise<Cut> {
  const folder = (name: string): string => join(disk.folder, `${trial}-${name.replaceAll(' ', '-')}`)
  for (const { name, lay } of POWER_SUBJECTS) await lay(folder(name))
  const programs = POWER_SUBJECTS.map(({ name, program }) =>
    startProgram(program, { folder: folder(name) }, { under }),
  )
  let instant = 0n
  try {
    for (const program of programs)
      if ((await program.next()) === null) throw new Error(`nothing was answered: ${program.complaint()}`)
    await wait(delay)
    instant = readTicks()
    await disk.cut()
  } finally {
    await Promise.all(programs.map((program) => program.kill()))
  }
  await disk.restart()
  const answers = programs.map(({ lines }) => keepThoseBefore(lines, instant))
  const losses: string[] = []
  for (const [i, { name, check }] of POWER_SUBJECTS.entries()) {
    const found = await check(folder(name), answers[i] ?? []).catch((error: unknown) => [String(error)])
    losses.push(...found.map((loss) => `${name}: ${loss}`))
    await rm(folder(name), { recursive: true })
  }
  return { answered: answers.reduce((sum, lines) => sum + lines.length, 0), losses }
}

async function cutMany(
  kind: DiskKind,
  trials: number,
  under: readonly string[] = [],
): Promise<readonly Cut[]> {
  const disk = await makeDisk(kind)
  onTestFinished(() => disk.remove())
  const draw = createDice(SEED)
  const cuts: Cut[] = []
  for (let trial = 1; trial <= trials; trial += 1)
    cuts.push(await cutOnce(disk, trial, draw(SOONEST, LATEST), under))
  return cuts
}

/**
 * XFS says that it has flushed a folder when it has given up since: the save must notice by other means. The flush is
 * held back for as long as the cut takes.
 */
async function cutBeforeFolderFlush(kind: DiskKind): Promise<{ code: string | null; stands: number | null }> {
  const disk = await makeDisk(kind)
  onTestFinished(() => disk.remove())
  const place = join(disk.folder, 'place')
  const saver = await startSaver(place, SIZES.small)
  onTestFinished(() => saver.close())
  const { code } = await inFolder(async (logs) => {
    const held = 'inject=fsync:delay_enter=3000000:when=1'
    const args = ['-P', saver.folder, '-e', 'trace=fsync', '-e', held]
    const tracer = await attachStrace(saver.pid, args, join(logs, 'strace.log'))
    const saving = saver.save(3)
    await waitUntil(async () => (await saver.readNumber()) === 3)
    await disk.cut()
    const answer = await saving
    await tracer.detach()
    return answer
  })
  await saver.close()
  await disk.restart()
  const next = await reopenSaver(place, saver.draft, SIZES.small)
  onTestFinished(() => next.close())
  const stands = await next.readNumber()
  await next.close()
  return { code, stands }
}

function report(name: string, cuts: readonly Cut[]): readonly string[] {
  const losses = cuts.flatMap((cut) => cut.losses)
  const answered = cuts.reduce((sum, cut) => sum + cut.answered, 0)
  reportTrial({ name, trials: cuts.length, losses: losses.length, notes: { answered } })
  return losses
}

async function waitUntil(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries += 1) {
    if (tries === 1_000) throw new Error('it never came to be so')
    await wait(2)
  }
}

const listNeeds = (kind: DiskKind): readonly Need[] => ['root', 'mount', 'xfs_io', `mkfs.${kind}`]

for (const kind of ['ext4', 'xfs'] as const) {
  const name = `power cut on ${kind}`
  describeTrial(name, listNeeds(kind), () => {
    it('loses nothing that was answered for, and damages nothing', async ({ skip }) => {
      const trouble = await findMountTrouble(kind)
      if (trouble !== null) reportSkip(name, trouble)
      skip(trouble !== null, trouble ?? '')
      expect(report(name, await cutMany(kind, choose(10, 200)))).toEqual([])
    })
  })
  describeTrial(
    `${name}, between the new name and the flush of the folder`,
    [...listNeeds(kind), 'strace'],
    () => {
      it('refuses the save, and the former text stands', async ({ skip }) => {
        const trouble = await findMountTrouble(kind)
        skip(trouble !== null, trouble ?? '')
        const found = await cutBeforeFolderFlush(kind)
        const losses = found.code === 'base.write-failed' && found.stands === 2 ? 0 : 1
        reportTrial({ name: `${name} before the folder is flushed`, trials: 1, losses })
        expect(found).toEqual({ code: 'base.write-failed', stands: 2 })
      })
    },
  )
  describeTrial(`${name}, planted`, [...listNeeds(kind), 'eatmydata'], () => {
    it('catches programs whose flushes are swallowed', async ({ skip }) => {
      const trouble = await findMountTrouble(kind)
      skip(trouble !== null, trouble ?? '')
      const losses = report(`${name}, planted: eatmydata`, await cutMany(kind, 2, ['eatmydata']))
      expect(losses.length).toBeGreaterThan(0)
    })
  })
}
