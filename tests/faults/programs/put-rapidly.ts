import { join } from 'node:path'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { startEndpoint } from '../../../src/endpoint/index.ts'
import { anArticle } from '../../support/publish-builders.ts'
import { acknowledge } from '../support/acknowledge.ts'

/**
 * Runs the endpoint and puts articles there, as fast as it can, until it is killed. A line is printed only for what the
 * endpoint has answered: the article and its version.
 */
const { folder } = z.object({ folder: z.string() }).parse(JSON.parse(process.argv[2] ?? ''))
const tokenFile = join(folder, 'token')
const report = (): void => undefined
const { url } = await startEndpoint({ port: 0, dataFolder: join(folder, 'endpoint'), tokenFile, report })
const authorization = `Bearer ${(await readFile(tokenFile, 'utf8')).trim()}`

for (let number = 1; ; number += 1) {
  const article = anArticle({ number })
  const uuid = article.uri.slice('urn:uuid:'.length)
  const answer = await fetch(`${url}/v1/articles/${uuid}`, {
    method: 'PUT',
    headers: { authorization, 'content-type': 'application/json', 'if-none-match': '*' },
    body: JSON.stringify(article),
  })
  if (!answer.ok) break
  acknowledge({ uuid, version: answer.headers.get('etag') })
}
// The disk is gone; to be killed, or to end with the tests.
for await (const _ of process.stdin) continue
process.exit(0)
