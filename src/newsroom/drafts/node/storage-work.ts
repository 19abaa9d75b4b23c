import { Worker } from 'node:worker_threads'
import { restoreFailure } from '../../../base/node/worker-failure.ts'
import { findWorkerFile } from '../../../base/node/worker-file.ts'
import type { StorageTask } from '../storage-methods.ts'
import type { StorageMessage, StorageOrder, StorageResults } from './storage-protocol.ts'

export interface StorageWorkOptions {
  readonly onProgress?: (phase: StorageTask['phase'], done: number, total: number) => void
  /** Stops the work, which first clears away what it has begun. */
  readonly signal?: AbortSignal
}

/**
 * Carries out a long piece of work on a library in a worker. Fails as the work itself does, with
 * `drafts.storage-stopped` when it was stopped; any other error is a bug, or the worker's end.
 */
export function startStorageWork<Order extends StorageOrder>(
  order: Order,
  { onProgress = () => {}, signal }: StorageWorkOptions = {},
): Promise<StorageResults[Order['kind']]> {
  const url = findWorkerFile('storage-worker', import.meta.url)
  if (url === null) throw new Error('the worker is missing')
  const worker = new Worker(url, { workerData: order })
  const stop = () => worker.postMessage('stop')
  signal?.addEventListener('abort', stop, { once: true })
  if (signal?.aborted === true) stop()
  return new Promise<StorageResults[Order['kind']]>((resolve, reject) => {
    worker.on('message', (message: StorageMessage) => {
      if (message.kind === 'progress') onProgress(message.phase, message.done, message.total)
      // The worker answers what it was asked; its messages carry no types.
      if (message.kind === 'result') resolve(message.result as StorageResults[Order['kind']])
      if (message.kind === 'failure') reject(restoreFailure(message))
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('the worker ended')))
  }).finally(() => signal?.removeEventListener('abort', stop))
}
