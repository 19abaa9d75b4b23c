import { systemRandom } from '../../../src/base/node/system.ts'
import { createHttpClient, type HttpClient } from '../../../src/base/node/http-client.ts'
import type { TargetAdapter } from '../../../src/newsroom/publish/index.ts'
import { createAdapters, createPublisher, type Publisher } from '../../../src/newsroom/publish/node/index.ts'
import { createFastTime } from '../../support/fast-time.ts'
import { TOKEN_VARIABLE, type Desk } from './office.ts'

/** A sender whose backoffs pass a thousand times faster, over the real adapters. */
export interface FastSender {
  readonly publisher: Publisher
  readonly http: HttpClient
}

/** Opens a sender on a library. `adapter` replaces the target's own. */
export function openFastSender(
  { library }: Pick<Desk, 'library'>,
  token: string,
  options: {
    readonly adapter?: (http: HttpClient) => TargetAdapter
    readonly lookUpBeforeResend?: boolean
  } = {},
): FastSender {
  const http = createHttpClient({ limits: { idle: 250, connect: 2_000 } })
  const secrets = { get: async () => null, set: async () => undefined, remove: async () => undefined }
  const env = { [TOKEN_VARIABLE]: token }
  const { adapter, lookUpBeforeResend = true } = options
  const publisher = createPublisher({
    folder: library,
    mode: 'write',
    ...createFastTime(1_000),
    random: systemRandom,
    adapters:
      adapter === undefined ? createAdapters({ libraryId: 'uji', secrets, env, http }) : () => adapter(http),
    lookUpBeforeResend,
  })
  return { publisher, http }
}

/** Sends until nothing is left, as a patient person would: what is parked is tried again. Returns whether all is sent. */
export async function sendAll({ publisher, http }: FastSender): Promise<boolean> {
  try {
    for (let round = 0; round < 20; round += 1) {
      await publisher.sync({ once: true, patience: 600_000 })
      const left = await publisher.entries()
      if (left.length === 0) return true
      for (const { id, state } of left) if (state === 'parked') await publisher.retry(id)
    }
    return false
  } finally {
    http.close()
  }
}
