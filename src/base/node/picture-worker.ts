import { parentPort } from 'node:worker_threads'
import { isRedaksiError } from '../errors.ts'
import { confineDecoders, makePictures } from './make-pictures.ts'
import type { PictureMessage, PictureQuestion } from './picture-protocol.ts'

/** Pictures in a thread of their own, one after the other: neither typing nor saving waits for one. */
const send = (message: PictureMessage) => parentPort?.postMessage(message)
let before: Promise<void> = Promise.resolve()

confineDecoders()
parentPort?.on('message', (question: PictureQuestion) => {
  before = before.then(() => answer(question))
})

async function answer({ number, order }: PictureQuestion): Promise<void> {
  try {
    const result = await makePictures(order, (done, total) => send({ kind: 'progress', number, done, total }))
    send({ kind: 'result', number, result })
  } catch (error) {
    const code = isRedaksiError(error) ? error.code : 'bug'
    const { reason, path } = isRedaksiError(error) ? error.details : {}
    const words = error instanceof Error ? error.message : String(error)
    send({ kind: 'failure', number, code, reason: String(reason ?? words), path: String(path ?? order.path) })
  }
}
