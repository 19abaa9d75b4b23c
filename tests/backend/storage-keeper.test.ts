import { mkdir, readdir, rename, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startStorageKeeper } from '../../src/backend/storage-keeper.ts'
import type { BackupPlan, StorageState } from '../../src/newsroom/drafts/index.ts'
import { codeOf } from '../support/code-of.ts'
import { openFreshNewsroom } from './newsroom-rig.ts'

const DAY = 86_400_000

/** A keeper over a library, on a clock that is set by hand, looking often whether a backup is due. */
async function startKeeper() {
  const { newsroom, folder } = await openFreshNewsroom()
  const backups = join(folder, '..', 'cadangan')
  await mkdir(backups)
  let now = Date.parse('2026-11-24T02:00:00.000Z')
  const heard: StorageState[] = []
  let listener: (state: StorageState) => void = () => undefined
  const start = () => {
    const keeper = startStorageKeeper({
      newsroom: {
        library: newsroom.library,
        house: newsroom.house,
        surroundings: { ...newsroom.surroundings, clock: { now: () => now } },
      },
      tell(state) {
        heard.push(state)
        listener(state)
      },
      onBug: (error) => {
        throw error
      },
      isKeeping: true,
      checkEvery: 20,
    })
    onTestFinished(() => keeper.close())
    return keeper
  }
  /** Resolves once a state is told, or was, that is as it should be; the last one counts. */
  const hear = (isRight: (state: StorageState) => boolean): Promise<StorageState> => {
    const last = heard.at(-1)
    if (last !== undefined && isRight(last)) return Promise.resolve(last)
    return new Promise((resolve) => {
      listener = (state) => {
        if (!isRight(state)) return
        listener = () => undefined
        resolve(state)
      }
    })
  }
  const plan: BackupPlan = { folder: backups, every: 'day', keep: { daily: 2, weekly: 0, monthly: 0 } }
  return { newsroom, backups, plan, start, hear, setDay: (days: number) => void (now += days * DAY) }
}

const hasNewest = (sequence: number) => (state: StorageState) =>
  state.task === null && state.backups[0]?.sequence === sequence

describe('keeping backups', () => {
  it('makes the first at once, one each day after, and keeps as many as are asked for', async () => {
    const { plan, backups, start, hear, setDay } = await startKeeper()
    const keeper = start()
    await keeper.plan(plan)
    expect(await hear(hasNewest(1))).toMatchObject({ outcome: { kind: 'backup' }, problem: null })
    for (const sequence of [2, 3]) {
      setDay(1)
      await hear(hasNewest(sequence))
    }
    // Another keeper, as after a restart, finds that the clock was set back: one backup, and no more.
    await keeper.close()
    setDay(-400)
    const next = start()
    await hear(hasNewest(4))
    const { backups: found } = await next.state()
    expect(found.map(({ sequence, day }) => [sequence, day])).toEqual([
      [4, '2025-10-22'],
      [3, '2026-11-26'],
    ])
    expect(await readdir(backups)).toHaveLength(2)
  })

  it('says that the folder is gone, keeps quiet about it once, and goes on when it is back', async () => {
    const { plan, backups, start, hear, setDay } = await startKeeper()
    const keeper = start()
    await keeper.plan(plan)
    await hear(hasNewest(1))
    // In one step: an empty folder in between would be given a backup, which fails as the folder goes.
    await rename(backups, `${backups}-dipindahkan`)
    setDay(1)
    await hear(({ problem }) => problem?.code === 'drafts.backup-folder-gone')
    expect(await codeOf(keeper.drill())).toBe('drafts.backup-folder-gone')
    await mkdir(backups)
    expect(await hear(hasNewest(1))).toMatchObject({ problem: null })
  })

  it('removes nothing and says why when a backup cannot be made', async () => {
    const { plan, backups, start, hear, setDay, newsroom } = await startKeeper()
    const keeper = start()
    await keeper.plan(plan)
    await hear(hasNewest(1))
    setDay(1)
    await hear(hasNewest(2))
    const before = await readdir(backups)
    // What no backup takes: a pipe, a device, a link.
    await symlink('/etc/hostname', join(newsroom.library.folder, 'tautan'))
    setDay(1)
    const failed = await hear(({ problem }) => problem?.code === 'drafts.backup-special-file')
    expect(failed.outcome).toMatchObject({ kind: 'failed', task: 'backup' })
    expect(await readdir(backups)).toEqual(before)
  })

  it('does one thing at a time, and what is stopped leaves nothing', async () => {
    const { plan, backups, start } = await startKeeper()
    const keeper = start()
    expect(await codeOf(keeper.backUp())).toBe('drafts.no-backup-folder')
    const planned = await keeper.plan(plan)
    expect(planned.task).toMatchObject({ kind: 'backup' })
    expect(await codeOf(keeper.backUp())).toBe('drafts.storage-busy')
    const stopped = await keeper.stop()
    expect(stopped).toMatchObject({ task: null, outcome: null, problem: null, backups: [] })
    expect(await readdir(backups)).toEqual([])
    expect(await codeOf(keeper.drill())).toBe('drafts.no-backup')
  })

  it('drills, and restores to a folder outside the library', async () => {
    const { plan, backups, start, hear, newsroom } = await startKeeper()
    const keeper = start()
    await keeper.plan(plan)
    const { backups: made } = await hear(hasNewest(1))
    await keeper.drill()
    await hear(({ outcome }) => outcome?.kind === 'drill' && outcome.problems === 0)
    const path = made[0]?.path ?? ''
    const inside = join(newsroom.library.folder, 'baru')
    expect(await codeOf(keeper.restore({ path, folder: inside }))).toBe('drafts.folder-not-empty')
    const folder = join(backups, 'baru')
    await keeper.restore({ path, folder })
    await hear(({ outcome }) => outcome?.kind === 'restore')
    expect(await readdir(folder)).toContain('library.json')
    const full = join(backups, 'penuh')
    await mkdir(full)
    await writeFile(join(full, 'a'), '')
    await keeper.restore({ path, folder: full })
    await hear(({ outcome }) => outcome?.kind === 'failed' && outcome.task === 'restore')
  })

  it('turns off, and knows what the person knows of the library’s place', async () => {
    const { plan, start, hear } = await startKeeper()
    const keeper = start()
    await keeper.plan(plan)
    await hear(hasNewest(1))
    expect(await keeper.plan(null)).toMatchObject({ plan: null, backups: [] })
    expect((await keeper.hushSynced()).synced).toBeNull()
  })
})
