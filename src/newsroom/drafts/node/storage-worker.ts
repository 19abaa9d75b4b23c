import { parentPort, workerData } from 'node:worker_threads'
import { RedaksiError } from '../../../base/errors.ts'
import { describeFailure } from '../../../base/node/worker-failure.ts'
import type { DraftsErrorCode } from '../contract.ts'
import type { StorageTask } from '../storage-methods.ts'
import { backupLibrary } from './backup.ts'
import { measureLibrary } from './measure-library.ts'
import { drillRestore } from './restore-drill.ts'
import { restoreLibrary } from './restore.ts'
import type { StorageMessage, StorageOrder } from './storage-protocol.ts'

/** One long piece of work on a whole library, in a thread of its own: packing and hashing hold up neither keys nor saves. */
const order: StorageOrder = workerData
const send = (message: StorageMessage) => parentPort?.postMessage(message)
const stopping = new AbortController()

parentPort?.on('message', () => stopping.abort(new RedaksiError<DraftsErrorCode>('drafts.storage-stopped')))

/** How often it is told how far the work is, in milliseconds. */
const TELL_EVERY = 100
let toldAt = 0
let toldPhase = ''

function tell(phase: StorageTask['phase'], done: number, total: number): void {
  const now = performance.now()
  if (phase === toldPhase && now - toldAt < TELL_EVERY) return
  toldAt = now
  toldPhase = phase
  send({ kind: 'progress', phase, done, total })
}

const options = { signal: stopping.signal, onProgress: tell }

function carryOut() {
  if (order.kind === 'backup') {
    return backupLibrary(order.library, order.path, { ...options, clock: { now: () => order.now } })
  }
  if (order.kind === 'drill') return drillRestore(order.library, order.path, options)
  if (order.kind === 'restore') return restoreLibrary(order.path, order.folder, options)
  return measureLibrary(order.library)
}

try {
  send({ kind: 'result', result: await carryOut() })
} catch (error) {
  send(describeFailure(error))
}
parentPort?.close()
