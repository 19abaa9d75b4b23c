import { z } from 'zod'
import { createRowAdapter } from '../../support/row-target.ts'
import { openFastSender, sendAll } from '../support/fast-sender.ts'

/** Sends an outbox to a target that is not idempotent, with looking up or without, until all is sent or it is killed. */
const { library, url, lookUp } = z
  .object({ library: z.string(), url: z.string(), lookUp: z.boolean() })
  .parse(JSON.parse(process.argv[2] ?? ''))
const sender = openFastSender({ library }, '', {
  adapter: (http) => createRowAdapter(url, http),
  lookUpBeforeResend: lookUp,
})
process.stdout.write(`${JSON.stringify({ isDone: await sendAll(sender) })}\n`)
