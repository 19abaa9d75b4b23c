import { parentPort, workerData } from 'node:worker_threads'
import { describeFailure, type WorkerFailure } from '../../../base/node/worker-failure.ts'
import type { DocxText } from '../docx-text.ts'
import { readDocx } from './docx-reader.ts'

/** What a worker that reads a Word file answers. */
export type DocxMessage = { readonly kind: 'result'; readonly text: DocxText } | WorkerFailure

/** One Word file, in a thread of its own: whatever it holds, it costs no key, and no more memory than it is given. */
const file: Uint8Array = workerData
const send = (message: DocxMessage) => parentPort?.postMessage(message)

try {
  send({ kind: 'result', text: await readDocx(file) })
} catch (error) {
  send(describeFailure(error))
}
parentPort?.close()
