import { Worker } from 'node:worker_threads'
import { RedaksiError } from '../../../base/errors.ts'
import { restoreFailure } from '../../../base/node/worker-failure.ts'
import { findWorkerFile } from '../../../base/node/worker-file.ts'
import type { FormatsErrorCode } from '../contract.ts'
import type { DocxText } from '../docx-text.ts'
import type { DocxMessage } from './docx-worker.ts'

/** Milliseconds and megabytes: ten times what a story of 1,000 paragraphs takes. */
const LONGEST = 20_000
const MEMORY = 200

/**
 * Reads a Word file in a worker, with a limit of memory and of time: beyond either it fails with `formats.too-costly`,
 * else as `readDocx` does.
 */
export async function readDocxFile(file: Uint8Array): Promise<DocxText> {
  const url = findWorkerFile('docx-worker', import.meta.url)
  if (url === null) throw new Error('the worker is missing')
  const worker = new Worker(url, { workerData: file, resourceLimits: { maxOldGenerationSizeMb: MEMORY } })
  const { promise, resolve, reject } = Promise.withResolvers<DocxText>()
  const refuse = (cause?: unknown) =>
    reject(new RedaksiError<FormatsErrorCode>('formats.too-costly', {}, cause))
  const timer = setTimeout(refuse, LONGEST)
  worker.on('message', (message: DocxMessage) => {
    if (message.kind === 'result') resolve(message.text)
    else reject(restoreFailure(message))
  })
  worker.on('error', (error) => {
    const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    if (isMemory) refuse(error)
    else reject(error)
  })
  worker.on('exit', () => reject(new Error('the worker ended')))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
