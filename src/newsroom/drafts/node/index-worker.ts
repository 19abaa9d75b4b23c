import { parentPort, workerData } from 'node:worker_threads'
import type { IndexMessage, IndexMethod, IndexQuestion, IndexWorkerData } from './index-protocol.ts'
import { openLibraryIndex, type LibraryIndex } from './library-index.ts'

/** The index in a thread of its own: a long search, or filling it anew, holds up neither typing nor saving. */
const { folder, mode }: IndexWorkerData = workerData
const send = (message: IndexMessage) => parentPort?.postMessage(message)

const opening = openLibraryIndex(folder, mode, {
  onWarning: (warning) => send({ kind: 'warning', warning }),
  onProgress: (done, total) => send({ kind: 'progress', done, total }),
})

parentPort?.on('message', (question: IndexQuestion) => {
  // A promise's handlers run in the order in which they were added, and so the answers keep the questions' order.
  opening
    .then((index) => answer(index, question))
    .catch((error: unknown) => {
      send({
        kind: 'failure',
        number: question.number,
        reason: error instanceof Error ? error.message : String(error),
      })
    })
})

function answer<M extends IndexMethod>(
  index: LibraryIndex,
  { number, method, args }: IndexQuestion<M>,
): void {
  const ask: (...args: never[]) => unknown = index[method]
  const value = Reflect.apply(ask, index, args)
  send({ kind: 'answer', number, value })
  if (method === 'close') parentPort?.close()
}
