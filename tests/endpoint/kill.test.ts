import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../src/endpoint/index.ts'
import { anArticle, aUuid } from './support/articles.ts'
import { TOKEN } from './support/harness.ts'

/** How often an endpoint is killed on one store: more in the longer suites. */
const KILLS = Number(process.env['REDAKSI_KILLS'] ?? 5)
const SCRIPT = join(import.meta.dirname, 'support/run-endpoint.ts')

let folder: string
const children: ChildProcess[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redaksi-kill-'))
  await writeFile(join(folder, 'token'), `${TOKEN}\n`, { mode: 0o600 })
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await rm(folder, { recursive: true })
})

describe('an endpoint that is killed', () => {
  it(
    'holds every put that it answered, and its store is whole',
    { timeout: 60_000 + KILLS * 20_000 },
    async () => {
      const answered = new Map<string, string>()
      for (let kill = 0; kill < KILLS; kill += 1) {
        // Each life ends while puts are under way: at the n-th answer, and a random moment later.
        await putUntilKilled(answered, {
          answers: 5 + kill * 3,
          delay: Math.random() * 4,
          first: kill * 1000,
        })
      }
      expect(answered.size).toBeGreaterThan(KILLS * 5)
      expect(await findLost(answered)).toEqual([])
      expect(checkIntegrity()).toEqual(['ok'])
    },
  )

  it('is caught when it answers before the write is on disk', { timeout: 60_000 }, async () => {
    const answered = new Map<string, string>()
    await putUntilKilled(answered, { answers: 20, delay: 0, first: 0, mode: 'hasty' })
    expect(await findLost(answered)).not.toEqual([])
  })
})

interface Life {
  readonly answers: number
  readonly delay: number
  readonly first: number
  readonly mode?: string
}

/** Starts an endpoint, puts articles over four connections, and kills it. Notes what was answered: uuid and ETag. */
async function putUntilKilled(
  answered: Map<string, string>,
  { answers, delay, first, mode }: Life,
): Promise<void> {
  const child = spawn(process.execPath, [SCRIPT, folder, ...(mode === undefined ? [] : [mode])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const [url] = await once(createInterface(child.stdout), 'line')
  const exit = once(child, 'exit')
  let n = first
  let left = answers
  const put = async (): Promise<void> => {
    for (;;) {
      const uuid = aUuid((n += 1))
      const etag = await putOne(String(url), n).catch(() => null)
      if (etag === null) return
      answered.set(uuid, etag)
      left -= 1
      if (left === 0) setTimeout(() => child.kill('SIGKILL'), delay)
    }
  }
  await Promise.all([put(), put(), put(), put()])
  await exit
}

async function putOne(url: string, n: number): Promise<string> {
  const response = await fetch(`${url}/v1/articles/${aUuid(n)}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', 'if-none-match': '*' },
    body: JSON.stringify(anArticle(n)),
  })
  await response.arrayBuffer()
  if (response.status !== 201) throw new Error(`HTTP ${response.status}`)
  return response.headers.get('etag') ?? ''
}

async function findLost(answered: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const store = openSqliteStore(join(folder, 'endpoint.sqlite'))
  const lost: string[] = []
  for (const [uuid, etag] of answered) if ((await store.read(uuid))?.version !== etag) lost.push(uuid)
  await store.close()
  return lost
}

function checkIntegrity(): readonly unknown[] {
  const database = new DatabaseSync(join(folder, 'endpoint.sqlite'))
  const rows = [
    ...database.prepare('PRAGMA integrity_check').all(),
    ...database.prepare('PRAGMA foreign_key_check').all(),
  ]
  database.close()
  return rows.map((row) => Object.values(row)[0])
}
