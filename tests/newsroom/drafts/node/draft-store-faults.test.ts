import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRedaksiError } from '../../../../src/base/errors.ts'
import type { FileSystem } from '../../../../src/base/node/file-system.ts'
import { isTemporaryName } from '../../../../src/base/node/temporary.ts'
import { createDraftStore } from '../../../../src/newsroom/drafts/node/draft-store.ts'
import type { IndexClient } from '../../../../src/newsroom/drafts/node/index-client.ts'
import { getLayout } from '../../../../src/newsroom/drafts/node/layout.ts'
import type { DraftStore } from '../../../../src/newsroom/drafts/node/library.ts'
import { aStory, createTestRandom } from '../../../support/builders.ts'
import { createSimulatedDisk, type DiskFault, type SimulatedDisk } from '../../../support/simulated-disk.ts'
import { createTestClock } from './rig.ts'

/**
 * Two windows save two drafts in any order, the disk fails at some calls, and the power may go. What a window was told
 * is saved is what is read afterwards, or a newer save of that draft. A window that is told of a conflict reads again,
 * as the app does. The same harness catches every defect that was planted.
 */
type Step =
  | { readonly kind: 'save'; readonly draft: 0 | 1; readonly waits: boolean; readonly stale: boolean }
  | { readonly kind: 'sign' | 'trash' | 'snapshot'; readonly draft: 0 | 1; readonly waits: boolean }

interface Trial {
  readonly steps: readonly Step[]
  readonly faults: ReadonlyMap<number, string>
  /** Which flushes of files fail, counted by themselves: they are few among all calls, and matter most. */
  readonly failedFlushes: readonly number[]
  readonly powerAt: number | null
  readonly seed: number
}

const FOLDER = '/d'
const draft = fc.constantFrom<0 | 1>(0, 1)
const arbitraryStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('save' as const),
      draft,
      waits: fc.boolean(),
      stale: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('sign', 'trash', 'snapshot'), draft, waits: fc.boolean() }),
  },
)
const arbitraryTrial: fc.Arbitrary<Trial> = fc.record({
  steps: fc.array(arbitraryStep, { minLength: 1, maxLength: 14 }),
  faults: fc
    .array(fc.tuple(fc.nat(250), fc.constantFrom('EIO', 'ENOSPC', 'EACCES', 'EMFILE')), { maxLength: 4 })
    .map((pairs) => new Map(pairs)),
  failedFlushes: fc.array(fc.nat(12), { maxLength: 2 }),
  powerAt: fc.option(fc.nat(150)),
  seed: fc.nat(),
})

/** The index is derived and another thread's; here nothing is listed. */
const noIndex: IndexClient = {
  ask: () => Promise.reject(new Error('no index in this test')),
  refresh: () => Promise.resolve(),
  setQueuedStatuses: () => Promise.resolve(),
  close: () => Promise.resolve(),
}

function openStore(files: FileSystem, seed: number): DraftStore {
  return createDraftStore({
    layout: getLayout(FOLDER),
    mode: 'write',
    clock: createTestClock(),
    random: createTestRandom(seed),
    files,
    index: noIndex,
    onWarning: () => {},
  })
}

async function prepare(disk: SimulatedDisk): Promise<void> {
  for (const name of ['drafts', 'index']) await disk.makeFolder(`${FOLDER}/${name}`)
  const file = await disk.create(`${FOLDER}/index/order.json`)
  await file.write(new TextEncoder().encode('{"reserved":0}'))
  await file.sync()
  await disk.syncFolder(`${FOLDER}/index`)
}

async function run(
  { steps, faults, failedFlushes, powerAt, seed }: Trial,
  spoil: (files: FileSystem) => FileSystem,
): Promise<readonly string[]> {
  let offset: number | null = null
  let flushes = 0
  const fault: DiskFault = ({ index, operation }) => {
    if (offset === null) return null
    if (operation === 'sync' && failedFlushes.includes(flushes++)) return 'EIO'
    return index - offset === powerAt ? 'POWER' : (faults.get(index - offset) ?? null)
  }
  const disk = createSimulatedDisk(FOLDER, fault)
  await prepare(disk)
  const store = openStore(spoil(disk), seed)
  const ids = [(await store.create(aStory())).id, (await store.create(aStory())).id]
  offset = disk.calls.length
  const problems: string[] = []
  const acknowledged = [1, 1]
  const known = [1, 1]
  const texts = ids.map(() => new Map([[1, aStory().headline]]))
  const pending: Promise<unknown>[] = []

  async function save(which: 0 | 1, headline: string, isStale: boolean): Promise<void> {
    const id = ids[which] ?? ''
    const baseRevision = Math.max(1, (known[which] ?? 1) - (isStale ? 1 : 0))
    try {
      const saved = await store.save(id, { baseRevision, story: aStory({ headline }) })
      if (texts[which]?.has(saved.revision) === true)
        problems.push(`revision ${saved.revision} was given twice`)
      texts[which]?.set(saved.revision, headline)
      acknowledged[which] = Math.max(acknowledged[which] ?? 0, saved.revision)
      known[which] = saved.revision
    } catch (error) {
      if (!isRedaksiError(error, 'drafts.conflict')) return
      known[which] = (await store.read(id).catch(() => null))?.revision ?? known[which] ?? 1
    }
  }

  for (const [i, step] of steps.entries()) {
    const id = ids[step.draft] ?? ''
    const action = {
      save: () => save(step.draft, `Naskah ${i}`, step.kind === 'save' && step.stale),
      sign: () => store.signOff(id, { by: 'ed' }),
      trash: () => store.trash(id),
      snapshot: () => store.keepSnapshot(id, 'work'),
    }[step.kind]
    const doing = action().catch(() => {})
    pending.push(doing)
    if (step.waits) await doing
  }
  await Promise.all(pending)
  await store.settle()

  offset = null
  const draws = createTestRandom(seed + 1)
  if (disk.isDark) disk.restart(() => (draws(1)[0] ?? 0) / 256)
  const again = openStore(disk, seed)
  for (const [which, id] of ids.entries()) {
    const found = await again.read(id).catch((error: unknown) => String(error))
    if (typeof found === 'string') problems.push(found)
    else if (found.revision < (acknowledged[which] ?? 0))
      problems.push(`lost ${acknowledged[which]}, read ${found.revision}`)
    else if (
      found.revision === acknowledged[which] &&
      found.story.headline !== texts[which]?.get(found.revision)
    )
      problems.push('another text')
    if (typeof found !== 'string' && found.signOff !== null) {
      const signed = await again
        .readRevision(id, found.signOff.revision)
        .catch((error: unknown) => String(error))
      if (typeof signed === 'string') problems.push(`the signed text is lost: ${signed}`)
    }
    const left = disk.names(`${FOLDER}/drafts/${id}`).filter(isTemporaryName)
    if (powerAt === null && faults.size === 0 && left.length > 0) problems.push(`left: ${left.join()}`)
  }
  return problems
}

const DEFECTS: Record<string, (files: FileSystem) => FileSystem> = {
  'files are not flushed': (files) => ({
    ...files,
    create: async (path) => ({ ...(await files.create(path)), sync: async () => {} }),
  }),
  'a failed flush is taken for done': (files) => ({
    ...files,
    create: async (path) => {
      const file = await files.create(path)
      return { ...file, sync: () => file.sync().catch(() => {}) }
    },
  }),
  'folders are not flushed': (files) => ({ ...files, syncFolder: async () => {} }),
  'a failed rename is taken for done': (files) => ({
    ...files,
    rename: (from, to) => files.rename(from, to).catch(() => {}),
  }),
}

describe('create on a disk that fails', () => {
  it('leaves nothing behind, whatever call fails, and the next one works', async () => {
    const count = async (fault: DiskFault) => {
      let isOn = false
      const disk = createSimulatedDisk(FOLDER, (call) => (isOn ? fault(call) : null))
      await prepare(disk)
      const store = openStore(disk, 3)
      const before = disk.calls.length
      isOn = true
      const outcome = await store.create(aStory()).catch((error: unknown) => String(error))
      isOn = false
      const calls = disk.calls.slice(before)
      const left = typeof outcome === 'string' ? await disk.list(`${FOLDER}/drafts`) : []
      return { calls, outcome, left, next: (await store.create(aStory())).revision }
    }
    const { calls } = await count(() => null)
    const first = calls[0]?.index ?? 0
    for (const { index, operation } of calls) {
      const { outcome, left, next } = await count((call) => (call.index === index ? 'ENOSPC' : null))
      expect({ step: index - first, operation, outcome: typeof outcome, left, next }).toMatchObject({
        left: [],
        next: 1,
      })
    }
    expect(calls.length).toBeGreaterThan(20)
  })
})

describe('the store on a disk that fails and loses power', () => {
  it('holds every save that was acknowledged, and every text that was signed', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryTrial, async (trial) => {
        expect(await run(trial, (files) => files)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  for (const [name, spoil] of Object.entries(DEFECTS)) {
    it(`is caught when ${name}`, async () => {
      const trials = fc.sample(arbitraryTrial, { numRuns: 300, seed: 11 })
      const isCaught = async () => {
        for (const trial of trials) if ((await run(trial, spoil)).length > 0) return true
        return false
      }
      expect(await isCaught()).toBe(true)
    })
  }
})
