import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createHttpClient } from '../../../../src/base/node/http-client.ts'
import type { Target, TargetAdapter } from '../../../../src/newsroom/publish/index.ts'
import { createAdapters } from '../../../../src/newsroom/publish/node/index.ts'
import { startFakeRedaksi } from '../../../support/fake-redaksi.ts'
import { createFaultPlan, describeFault, FAULTS } from '../../../support/fault-plan.ts'
import { createFaultyProxy, type Fault, type SeenRequest } from '../../../support/faulty-proxy.ts'
import { aDraftId } from '../../../support/publish-builders.ts'
import { makePublisherRig } from '../../../support/publisher-rig.ts'
import { createRowAdapter, startRowServer } from '../../../support/row-target.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'

const STORIES = 6
const SEEDS = [1, 2, 3, 4, 5]

function makeHttp() {
  // Long enough that no healthy answer is given up on, however busy this machine is: a row that is inserted after we
  // looked for it is the limit of such targets, and not what is tried here.
  const http = createHttpClient({ limits: { idle: 1_500, connect: 10_000 } })
  onTestFinished(() => http.close())
  return http
}

async function makeProxy(port: number, decide: (request: SeenRequest) => Fault) {
  const proxy = await createFaultyProxy(port, decide)
  onTestFinished(() => proxy.close())
  return proxy
}

/** Publishes six stories through whatever befalls them, and returns how often each stands at the target. */
async function publishRows(seed: number, decide: (request: SeenRequest) => Fault, lookUpBeforeResend = true) {
  const server = await startRowServer()
  onTestFinished(server.close)
  const proxy = await makeProxy(server.port, decide)
  const baris = createRowAdapter(proxy.url, makeHttp())
  const rig = await makePublisherRig({ targets: { baris }, seed, lookUpBeforeResend })
  for (let number = 1; number <= STORIES; number += 1) await rig.enqueue(number)
  let isDone = false
  for (let round = 0; round < 20 && !isDone; round += 1) {
    const report = await rig.sync()
    for (const { id, state } of report.entries) if (state === 'parked') await rig.publisher.retry(id)
    isDone = report.entries.every((entry) => entry.state === 'done')
  }
  const counts = Array.from(
    { length: STORIES },
    (_, i) => server.rows.filter((row) => row.uuid === aDraftId(i + 1)).length,
  )
  return { counts, isDone, problems: await rig.publisher.verify(), requests: proxy.requests.length }
}

const ONCE = Array.from({ length: STORIES }, () => 1)

describe('publishing to a target that is not idempotent', () => {
  it.each(FAULTS.map((fault) => [describeFault(fault), fault] as const))(
    'is done once when its start meets %s',
    async (_, fault) => {
      const result = await publishRows(1, ({ index }) => (index < 2 ? fault : { kind: 'pass' }))
      expect([result.counts, result.isDone, result.problems]).toEqual([ONCE, true, []])
    },
  )

  it.each(SEEDS)('is done once through a storm of faults, seed %i', async (seed) => {
    const result = await publishRows(seed, createFaultPlan(seed, 60))
    expect([result.counts, result.isDone, result.problems]).toEqual([ONCE, true, []])
  })

  it('shows duplicates in the same storms when nothing is looked up', async () => {
    const results = await Promise.all(
      SEEDS.map((seed) => publishRows(seed, createFaultPlan(seed, 60), false)),
    )
    const spare = results.flatMap((result) => result.counts).reduce((sum, count) => sum + count - 1, 0)
    expect(spare).toBeGreaterThan(0)
  })
})

describe('publishing by the Redaksi protocol', () => {
  const TARGET: Target = { name: 'situs', type: 'redaksi', url: 'http://situs.invalid', secretEnv: 'TOKEN' }

  async function makeRig(decide: (request: SeenRequest) => Fault, seed = 1) {
    const server = await startFakeRedaksi({ ledger: join(await makeTemporaryFolder(), 'ledger.jsonl') })
    onTestFinished(server.close)
    const proxy = await makeProxy(server.port, decide)
    const secrets = { get: async () => null, set: async () => undefined, remove: async () => undefined }
    const make = createAdapters({ libraryId: 'uji', secrets, env: { TOKEN: 'rahasia' }, http: makeHttp() })
    const situs: TargetAdapter = make({ ...TARGET, url: proxy.url })
    return { server, proxy, ...(await makePublisherRig({ targets: { situs }, seed })) }
  }

  it('is done once when every second write’s answer is dropped after the server has committed', async () => {
    let writes = 0
    const { server, sync, enqueue, publisher } = await makeRig(({ method }) => {
      if (method === 'PUT') writes += 1
      return method === 'PUT' && writes % 2 === 0 ? { kind: 'drop-answer' } : { kind: 'pass' }
    })
    for (let number = 1; number <= STORIES; number += 1) await enqueue(number)
    expect((await sync()).done).toBe(STORIES)
    expect(server.lines.map((line) => line.act)).toEqual(ONCE.map(() => 'create'))
    const ledger = (await publisher.ledger()).flatMap((each) =>
      each.targets.map(({ version, sha256 }) => [version, sha256]),
    )
    expect(ledger.sort()).toEqual(server.lines.map(({ version, sha256 }) => [version, sha256]).sort())
    expect((await sync()).sent).toBe(0)
  })

  it.each(SEEDS)('creates, replaces and withdraws once through a storm of faults, seed %i', async (seed) => {
    const { server, sync, enqueue, publisher } = await makeRig(createFaultPlan(seed, 80), seed)
    const settle = async () => {
      for (let round = 0; round < 20; round += 1) {
        const report = await sync()
        for (const { id, state } of report.entries) if (state === 'parked') await publisher.retry(id)
        if (report.entries.every((entry) => entry.state === 'done')) return
      }
      throw new Error('not settled')
    }
    for (const number of [1, 2, 3]) await enqueue(number)
    await settle()
    await enqueue(1, { version: '2' })
    await publisher.withdraw({ draft: aDraftId(2), reason: 'Keliru.' })
    await settle()
    const acts = (number: number) =>
      server.lines
        .filter((line) => line.uuid === aDraftId(number) && line.act !== 'same')
        .map((line) => line.act)
    expect([acts(1), acts(2), acts(3)]).toEqual([['create', 'replace'], ['create', 'withdraw'], ['create']])
    expect((await publisher.ledger()).map((each) => each.status)).toEqual([
      'published',
      'withdrawn',
      'published',
    ])
  })

  it('sends nothing while the door is closed, knocks a handful of times, and sends all once it opens', async () => {
    const { server, proxy, sync, enqueue } = await makeRig(() => ({ kind: 'pass' }))
    for (let number = 1; number <= 20; number += 1) await enqueue(number)
    await proxy.refuse()
    const closed = await sync(30_000)
    expect([closed.sent, closed.waiting, closed.entries[0]?.problem?.code]).toEqual([
      0,
      20,
      'publish.not-sent',
    ])
    await proxy.accept()
    expect((await sync()).done).toBe(20)
    expect(server.lines).toHaveLength(20)
  })
})
