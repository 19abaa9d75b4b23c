import { createSystemClock, systemRandom } from '../../src/base/node/system.ts'
import { createHttpClient } from '../../src/base/node/http-client.ts'
import { createAdapters, createPublisher, createSecretStore } from '../../src/newsroom/publish/node/index.ts'

/**
 * A process that sends what waits in a library, to be killed: `sender-process.ts LIBRARY CONFIG`. It says `ready` before
 * it starts and prints the numbers of its run at the end.
 */
const [, , folder = '', configFolder = ''] = process.argv
const http = createHttpClient()
const adapters = createAdapters({
  libraryId: 'uji',
  secrets: createSecretStore(configFolder),
  env: process.env,
  http,
})
const publisher = createPublisher({
  folder,
  mode: 'write',
  clock: createSystemClock(),
  random: systemRandom,
  adapters,
})
process.stdout.write('ready\n')
const { entries, ...numbers } = await publisher.sync({ once: true })
process.stdout.write(
  `${JSON.stringify({ ...numbers, left: entries.filter((each) => each.state !== 'done').length })}\n`,
)
http.close()
