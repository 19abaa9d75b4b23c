import { describe, expect, it } from 'vitest'
import {
  checkFetchSite,
  checkHost,
  checkKey,
  checkMediaType,
  checkOrigin,
  checkSession,
  checkTarget,
  LOOPBACK_CHECKS,
} from '../../src/web/checks.ts'
import { runMatrix } from './loopback-rig.ts'
import { isAllowed, listFarRows, listNearRows } from './loopback-rows.ts'

const ROWS = [...listNearRows(), ...listFarRows(1_500)]
const ALLOWED = ROWS.filter(isAllowed).length

describe('the loopback matrix', () => {
  it(`lets only the allowed rows pass: ${ALLOWED} of ${ROWS.length}`, { timeout: 120_000 }, async () => {
    const { mismatches, reached, shouldReach, rows } = await runMatrix(ROWS)
    expect(mismatches).toEqual([])
    expect(reached).toBe(shouldReach)
    expect(rows).toBeGreaterThan(4_000)
  })

  it.each([
    { rule: checkTarget, catches: 'proxy' },
    { rule: checkHost, catches: 'page' },
    { rule: checkFetchSite, catches: 'call' },
    { rule: checkOrigin, catches: 'call' },
    { rule: checkMediaType, catches: 'call' },
    { rule: checkSession, catches: 'call' },
    { rule: checkKey, catches: 'call' },
  ])('notices a server without $rule.name', { timeout: 60_000 }, async ({ rule, catches }) => {
    const near = listNearRows().filter(({ route }) => route.name === catches)
    const { mismatches } = await runMatrix(
      near,
      LOOPBACK_CHECKS.filter((check) => check !== rule),
    )
    expect(mismatches.map(({ why }) => why)).toContain('it passed')
  })
})
