import { createSystemClock, systemRandom } from '../../../src/base/node/system.ts'
import {
  createEndpoint,
  openAttachmentShelf,
  openPhotoShelf,
  openSqliteStore,
  startEndpoint,
  type EndpointStore,
} from '../../../src/endpoint/index.ts'
import { TOKEN } from './harness.ts'

/**
 * An endpoint as a process of its own, to be killed: `run-endpoint.ts FOLDER [hasty]`. Its first line is its address.
 * The hasty one is the planted defect: it answers before the write is on disk.
 */
const [folder = '', mode] = process.argv.slice(2)

if (mode === 'hasty') {
  const store = createHastyStore(openSqliteStore(`${folder}/endpoint.sqlite`))
  const photos = openPhotoShelf(`${folder}/photos`)
  const attachments = openAttachmentShelf(`${folder}/attachments`)
  const app = createEndpoint({
    ...{ store, photos, attachments, tokens: [TOKEN] },
    ...{ clock: createSystemClock(), random: systemRandom },
  })
  console.log(await app.listen({ host: '127.0.0.1', port: 0 }))
} else {
  const { url } = await startEndpoint({ port: 0, dataFolder: folder, tokenFile: `${folder}/token` })
  console.log(url)
}

/** Decides and answers at once, and writes a little later, as a store would that does not wait for its disk. */
function createHastyStore(store: EndpointStore): EndpointStore {
  return {
    ...store,
    async change(uuid, decide) {
      const write = decide(await store.read(uuid))
      setTimeout(() => void store.change(uuid, () => write), 200)
      if (write?.state !== 'public') throw new Error('only puts are tried')
      const { article, sha256, slug, version, at } = write
      const times = { publishedAt: at, updatedAt: at, changedAt: at }
      return { uuid, version, change: 0, state: 'public', article, sha256, slug, ...times, reason: null }
    },
  }
}
