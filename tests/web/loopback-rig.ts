import { Agent } from 'node:http'
import { onTestFinished } from 'vitest'
import { readToken } from '../../src/renderer/src/transport/session.ts'
import { LOOPBACK_CHECKS, type Check } from '../../src/web/checks.ts'
import { startWithChecks } from '../../src/web/start-web-host.ts'
import { createTestBackend, type TestBackend } from '../hosts/test-backend.ts'
import { createTestRandom } from '../support/builders.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { isAllowed, type Row } from './loopback-rows.ts'
import { makePageFolder } from './page-folder.ts'
import { sendRow, type Known, type RowAnswer } from './send-row.ts'
import { createTestBrowser } from './test-browser.ts'

/** A running web host, what a page that was let in knows of it, and what came through to its backend. */
export interface LoopbackRig {
  readonly known: Known
  readonly backend: TestBackend
  readonly url: string
}

/** Starts the web host, with all rules or some, and lets one browser in. */
export async function startLoopbackRig(checks: readonly Check[] = LOOPBACK_CHECKS): Promise<LoopbackRig> {
  const backend = createTestBackend(await makeTemporaryFolder())
  const options = {
    port: 0,
    backend,
    pageFolder: await makePageFolder(),
    locale: 'id',
    random: createTestRandom(7),
    onBug: backend.onBug,
  }
  const host = await startWithChecks(options, checks)
  onTestFinished(host.close)
  const browser = createTestBrowser(host.port)
  await browser.enter(host.url)
  const known = {
    port: host.port,
    token: readToken(new URL(host.url).hash) ?? '',
    cookie: browser.getCookie(),
    key: browser.page.storage.getItem('redaksi-key') ?? '',
  }
  return { known, backend, url: host.url }
}

/** A row of the matrix that went otherwise than the rules say. */
export interface Mismatch {
  readonly row: Row
  readonly answer: RowAnswer
  readonly why: string
}

export interface MatrixReport {
  readonly rows: number
  readonly passed: number
  readonly mismatches: readonly Mismatch[]
  /** How many requests came through to the backend, and how many should have. */
  readonly reached: number
  readonly shouldReach: number
}

const AT_ONCE = 24

/** Sends all rows to fresh servers with these rules. Wrong tokens have one of their own: they close its door. */
export async function runMatrix(rows: readonly Row[], checks?: readonly Check[]): Promise<MatrixReport> {
  const [rig, locked] = [await startLoopbackRig(checks), await startLoopbackRig(checks)]
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const mismatches: Mismatch[] = []
  const waiting = [...rows]
  const work = async (): Promise<void> => {
    for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
      const { known } = row.route.body === 'wrong-token' ? locked : rig
      const answer = await sendRow(row, known, agent)
      const why = findFault(row, answer, known.key)
      if (why !== null) mismatches.push({ row, answer, why })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  agent.destroy()
  const allowed = rows.filter(isAllowed)
  return {
    rows: rows.length,
    passed: allowed.length,
    mismatches,
    reached: rig.backend.reached.length + locked.backend.reached.length,
    shouldReach: allowed.filter(({ route }) => route.name === 'call' || route.name === 'bytes').length,
  }
}

/** What is wrong with an answer; null when it is as it should be. */
function findFault(row: Row, { status, upgraded, headers, body }: RowAnswer, key: string): string | null {
  if (Object.keys(headers).some((name) => name.startsWith('access-control-'))) return 'a CORS header'
  if (!upgraded && !isGuarded(headers)) return 'a header is missing'
  if (!isAllowed(row)) {
    if (upgraded || status < 400) return 'it passed'
    return headers['set-cookie'] !== undefined || body.includes(key) || body.includes('halo')
      ? 'it said too much'
      : null
  }
  if (row.route.name === 'events') return upgraded ? null : 'it was refused'
  if (status !== 200) return 'it was refused'
  const page = row.cookie.includes('right') ? 'Aplikasi' : 'Pintu'
  const said = { page, asset: 'export', exchange: key, call: 'halo', bytes: 'true' }[row.route.name]
  return body.includes(said ?? 'never') ? null : 'it said something else'
}

function isGuarded(headers: RowAnswer['headers']): boolean {
  const policy = String(headers['content-security-policy'])
  return (
    headers['x-content-type-options'] === 'nosniff' &&
    headers['cross-origin-resource-policy'] === 'same-origin' &&
    headers['cross-origin-opener-policy'] === 'same-origin' &&
    headers['referrer-policy'] === 'no-referrer' &&
    policy.includes("require-trusted-types-for 'script'") &&
    policy.includes("frame-ancestors 'none'")
  )
}
