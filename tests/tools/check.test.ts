import { describe, expect, it } from 'vitest'
import { addCounts, getClosingLines, readE2eCounts, readUnitCounts } from '../../scripts/lib/counts.mjs'
import { makeTree } from './support.ts'

describe('the figures at the end of a check', () => {
  it('are read from the reports of both runners and added up', () => {
    const tree = makeTree({
      'unit.json': JSON.stringify({
        numPassedTests: 5,
        numFailedTests: 1,
        numPendingTests: 2,
        numTodoTests: 0,
      }),
      'e2e.json': JSON.stringify({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 1 } }),
    })
    const counts = [readUnitCounts(`${tree}/unit.json`), readE2eCounts(`${tree}/e2e.json`)]
    expect(counts).toEqual([
      { passed: 5, failed: 1, skipped: 2 },
      { passed: 4, failed: 1, skipped: 1 },
    ])
    expect(addCounts(counts)).toEqual({ passed: 9, failed: 2, skipped: 3 })
  })

  it('are nothing for a runner that left no report', () => {
    const none = { passed: 0, failed: 0, skipped: 0 }
    expect([readUnitCounts('/nowhere/unit.json'), readE2eCounts('/nowhere/e2e.json')]).toEqual([none, none])
  })

  it("are shown in the runners' own words", () => {
    const vitest =
      '\n ✓ tests/a.test.ts (3 tests)\n\n Test Files  1 passed (1)\n      Tests  3 passed (3)\n   Duration  1.00s\n\nJSON report written to unit.json\n'
    const playwright = '\nRunning 2 tests\n  ✓  1 a.spec.ts › opens\n\n  1 skipped\n  2 passed (3.4s)\n'
    expect([vitest, playwright].map((output) => getClosingLines({ output }))).toEqual([
      ' Test Files  1 passed (1)\n      Tests  3 passed (3)\n   Duration  1.00s',
      '  1 skipped\n  2 passed (3.4s)',
    ])
  })
})
