import { describe, expect, it } from 'vitest'
import { findUnforeseen, runKillTrial } from '../../../support/kill-trial.ts'
import { aDraftId } from '../../../support/publish-builders.ts'
import { aQueue, makePublisherRig } from '../../../support/publisher-rig.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'

describe('a sender that is killed at ten random moments', () => {
  it('has published each story once in the end, and its ledger is equal to the server’s', async () => {
    const stories = 60
    const result = await runKillTrial({ folder: await makeTemporaryFolder(), kills: 10, stories, seed: 7 })
    const written = result.lines.filter((line) => line.act !== 'same')
    expect(written.map((line) => line.uuid).sort()).toEqual(
      Array.from({ length: stories }, (_, i) => aDraftId(i + 1)),
    )
    expect(
      result.ledgers.map(({ draft, records }) => [draft, records.map((each) => [each.version, each.sha256])]),
    ).toEqual(
      Array.from({ length: stories }, (_, i) => {
        const line = written.find((each) => each.uuid === aDraftId(i + 1))
        return [aDraftId(i + 1), [[line?.version, line?.sha256]]]
      }),
    )
    expect([result.unforeseen, result.left]).toEqual([[], 0])
    expect(result.struck).toBeGreaterThan(4)
  }, 120_000)
})

describe('findUnforeseen', () => {
  it('names a story that reached the server before its entry said so', async () => {
    const { folder, plant } = await makePublisherRig({ targets: {} })
    const [queued, sending] = aQueue(2)
    if (queued === undefined || sending === undefined) throw new Error('two entries')
    await plant(queued, { ...sending, state: 'sending', attempts: 1 })
    const lines = [1, 2, 3].map(
      (number) => ({ uuid: aDraftId(number), act: 'create', version: '"f"', sha256: '' }) as const,
    )
    expect(await findUnforeseen(folder, lines)).toEqual([aDraftId(1), aDraftId(3)])
  })
})
