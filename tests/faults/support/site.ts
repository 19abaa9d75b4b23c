import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { startEndpoint, type RunningEndpoint } from '../../../src/endpoint/index.ts'
import {
  createFaultyProxy,
  type Fault,
  type FaultyProxy,
  type SeenRequest,
} from '../../support/faulty-proxy.ts'

/** A write as the endpoint's own history keeps it. */
export interface SiteRow {
  readonly uuid: string
  readonly state: string
  readonly sha256: string
  readonly version: string
}

/** The real endpoint behind a faulty proxy, both at addresses that stay the same from run to run. */
export interface Site {
  /** The proxy's address: what the office knows. */
  readonly url: string
  /** The endpoint's own. */
  readonly endpointUrl: string
  readonly token: string
  readonly proxy: FaultyProxy
  /** Starts a run: an empty store, and what befalls each request, counted from 0 anew. */
  begin(decide: (request: SeenRequest) => Fault): Promise<void>
  /** Every write so far, in order, from the endpoint's database. */
  readRows(): readonly SiteRow[]
  /** How many writes, and how many questions, the proxy has seen in this run. */
  countWrites(): number
  countLookUps(): number
  close(): Promise<void>
}

const PASS = (): Fault => ({ kind: 'pass' })
const rowsSchema = z.array(
  z.object({ uuid: z.string(), state: z.string(), sha256: z.string(), version: z.string() }),
)

/** Starts a site whose stores lie in a folder. */
export async function startSite(folder: string): Promise<Site> {
  const tokenFile = join(folder, 'token')
  let run = 0
  const dataFolder = (): string => join(folder, `store-${run}`)
  const start = (port: number): Promise<RunningEndpoint> =>
    startEndpoint({ port, dataFolder: dataFolder(), tokenFile, report: () => undefined })
  let endpoint = await start(0)
  const port = Number(new URL(endpoint.url).port)
  let decide: (request: SeenRequest) => Fault = PASS
  let first = 0
  const proxy = await createFaultyProxy(port, (request) =>
    decide({ ...request, index: request.index - first }),
  )
  return {
    url: proxy.url,
    endpointUrl: endpoint.url,
    token: (await readFile(tokenFile, 'utf8')).trim(),
    proxy,
    async begin(next) {
      await endpoint.close()
      run += 1
      endpoint = await start(port)
      first = proxy.requests.length
      decide = next
    },
    readRows() {
      const database = new DatabaseSync(join(dataFolder(), 'endpoint.sqlite'), { readOnly: true })
      try {
        const rows = database
          .prepare('SELECT uuid, state, sha256, version FROM revisions ORDER BY change')
          .all()
        return rowsSchema.parse(rows)
      } finally {
        database.close()
      }
    },
    countWrites: () => proxy.requests.slice(first).filter(({ method }) => method !== 'GET').length,
    countLookUps: () => proxy.requests.slice(first).filter(({ method }) => method === 'GET').length,
    async close() {
      await proxy.close()
      await endpoint.close()
    },
  }
}
