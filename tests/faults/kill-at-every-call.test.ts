import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createTaskPool } from '../../src/base/node/task-pool.ts'
import { laterSave } from './support/draft-operations.ts'
import { inFolder } from './support/folders.ts'
import type { Flaw } from './support/flaws.ts'
import { findPoints, killOnce, type KillResult } from './support/kill-trial.ts'
import { describeTrial } from './support/needs.ts'
import type { Operation } from './support/operation.ts'
import { OPERATIONS } from './support/operations.ts'
import { reportTrial } from './support/report.ts'
import { choose } from './support/scale.ts'
import { SIZES } from './support/stories.ts'

/** How many processes are killed side by side. */
const AT_ONCE = 2

/** Kills an operation before each of its file calls, and once after its acknowledgement. */
async function killEverywhere(
  operation: Operation,
  size: number,
  flaw: Flaw = 'none',
): Promise<readonly KillResult[]> {
  return inFolder(async (folder) => {
    const template = { folder: join(folder, 'template'), size, draft: '' }
    const draft = await operation.lay(template.folder, size)
    const trial = { operation, flaw, template: { ...template, draft } }
    const points = [...(await findPoints(trial)), null]
    const results: KillResult[] = []
    const pool = createTaskPool(AT_ONCE)
    for (const point of points) await pool.start(async () => void results.push(await killOnce(trial, point)))
    await pool.finish()
    return results
  })
}

function report(name: string, results: readonly KillResult[]): readonly KillResult[] {
  const losses = results.filter((result) => result.loss !== null)
  const count = (state: KillResult['state']) => results.filter((result) => result.state === state).length
  reportTrial({
    name: `kill at every file call of ${name}`,
    trials: results.length,
    losses: losses.length,
    notes: { old: count('old'), new: count('new'), broken: count('broken') },
  })
  return losses
}

describeTrial('kill at every file call', ['strace'], () => {
  for (const operation of OPERATIONS) {
    for (const size of choose([SIZES.small], Object.values(SIZES))) {
      it(`leaves ${operation.name} old or new, never mixed, ${size} paragraphs`, async () => {
        const results = await killEverywhere(operation, size)
        expect(report(`${operation.name} (${size} paragraphs)`, results)).toEqual([])
        expect(results.filter(({ state }) => state === 'old').length).toBeGreaterThan(0)
        expect(results.filter(({ state }) => state === 'new').length).toBeGreaterThan(0)
      })
    }
  }

  it('catches a save that writes over the old file', async () => {
    const losses = report(
      'save, planted: written in place',
      await killEverywhere(laterSave, SIZES.small, 'in-place'),
    )
    expect(losses.length).toBeGreaterThan(0)
  })
})
