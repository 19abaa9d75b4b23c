import { Worker } from 'node:worker_threads'
import { RedaksiError } from '../../../base/errors.ts'
import { findWorkerFile } from '../../../base/node/worker-file.ts'
import type { DraftsErrorCode } from '../contract.ts'
import type { QueuedStatus } from '../list.ts'
import type {
  IndexAnswer,
  IndexArguments,
  IndexMessage,
  IndexMethod,
  IndexWorkerData,
} from './index-protocol.ts'
import type { IndexProgress } from './library.ts'

/** The index, asked from the thread that serves people. Its worker is started by the first question. */
export interface IndexClient {
  /** Fails with `drafts.index-failed` {reason}; the next question starts the worker again. */
  ask<M extends IndexMethod>(method: M, ...args: IndexArguments<M>): Promise<IndexAnswer<M>>
  /** Tells that a draft or its ledger file changed. Does nothing before the worker runs: it compares when it starts. */
  refresh(id: string): Promise<void>
  setQueuedStatuses(statuses: ReadonlyMap<string, QueuedStatus>): Promise<void>
  close(): Promise<void>
}

export interface IndexClientOptions extends IndexWorkerData {
  readonly workerUrl?: URL
  readonly onWarning: (warning: RedaksiError) => void
  readonly onProgress: (progress: IndexProgress) => void
}

/** Prepares the index of a library; nothing is read yet. */
export function createIndexClient(options: IndexClientOptions): IndexClient {
  let connection: Connection | null = null
  let queued: ReadonlyMap<string, QueuedStatus> = new Map()
  const late = createLateRefreshes((id) => connection?.ask('refresh', id) ?? Promise.resolve())

  function connect(): Connection {
    late.send()
    if (connection !== null) return connection
    const started = startWorker(options, () => {
      if (connection === started) connection = null
    })
    connection = started
    if (queued.size > 0) started.ask('setQueuedStatuses', queued).catch(() => {})
    return started
  }

  return {
    ask: (method, ...args) => connect().ask(method, ...args),
    refresh: (id) => (connection === null ? Promise.resolve() : late.add(id)),
    setQueuedStatuses(statuses) {
      queued = statuses
      return connection?.ask('setQueuedStatuses', statuses) ?? Promise.resolve()
    },
    async close() {
      late.send()
      await connection?.close()
    },
  }
}

/**
 * Waking the worker takes longer than much of a save, so a draft is told of once its save was answered for, and always
 * before the next question: whoever asks after a save finds it.
 */
function createLateRefreshes(refresh: (id: string) => Promise<void>) {
  const waiting = new Map<string, PromiseWithResolvers<void>>()

  function send(): void {
    for (const [id, { resolve, reject }] of waiting) refresh(id).then(resolve, reject)
    waiting.clear()
  }

  return {
    send,
    add(id: string): Promise<void> {
      const known = waiting.get(id) ?? Promise.withResolvers<void>()
      if (waiting.size === 0) setImmediate(send)
      waiting.set(id, known)
      return known.promise
    },
  }
}

interface Connection {
  ask<M extends IndexMethod>(method: M, ...args: IndexArguments<M>): Promise<IndexAnswer<M>>
  close(): Promise<void>
}

function startWorker(options: IndexClientOptions, onEnd: () => void): Connection {
  const { folder, mode, workerUrl = findWorker(), onWarning, onProgress } = options
  const worker = new Worker(workerUrl, { workerData: { folder, mode } satisfies IndexWorkerData })
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  const ended = Promise.withResolvers<void>()
  let asked = 0
  // Only an open question keeps the process alive.
  worker.unref()

  function settle(number: number, act: (question: PromiseWithResolvers<unknown>) => void): void {
    const question = waiting.get(number)
    waiting.delete(number)
    if (waiting.size === 0) worker.unref()
    if (question !== undefined) act(question)
  }

  function end(reason: string): void {
    onEnd()
    for (const number of waiting.keys()) settle(number, (question) => question.reject(toIndexError(reason)))
    ended.resolve()
  }

  worker.on('message', (message: IndexMessage) => {
    if (message.kind === 'answer') settle(message.number, (question) => question.resolve(message.value))
    if (message.kind === 'failure')
      settle(message.number, (question) => question.reject(toIndexError(message.reason)))
    if (message.kind === 'progress') onProgress({ done: message.done, total: message.total })
    if (message.kind === 'warning') onWarning(toWarning(message.warning))
  })
  worker.on('error', (error) => end(error instanceof Error ? error.message : String(error)))
  worker.on('exit', () => end('the worker ended'))

  function ask<M extends IndexMethod>(method: M, ...args: IndexArguments<M>): Promise<IndexAnswer<M>> {
    const question = Promise.withResolvers<unknown>()
    asked += 1
    waiting.set(asked, question)
    worker.ref()
    worker.postMessage({ number: asked, method, args })
    // The worker answers from the very table that these types are taken from.
    return question.promise as Promise<IndexAnswer<M>>
  }

  return {
    ask,
    async close() {
      onEnd()
      worker.ref()
      await ask('close').catch(() => {})
      worker.ref()
      await ended.promise
    },
  }
}

function toWarning({ code, ...details }: (IndexMessage & { kind: 'warning' })['warning']): RedaksiError {
  return new RedaksiError<DraftsErrorCode>(code, details)
}

function toIndexError(reason: string): RedaksiError {
  return new RedaksiError<DraftsErrorCode>('drafts.index-failed', { reason })
}

function findWorker(): URL {
  const found = findWorkerFile('index-worker', import.meta.url)
  if (found === null) throw toIndexError('the worker is missing')
  return found
}
