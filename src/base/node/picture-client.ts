import { Worker } from 'node:worker_threads'
import { RedaksiError, type ErrorCode } from '../errors.ts'
import type { PictureMessage, PictureOrder, PictureQuestion, PictureResult } from './picture-protocol.ts'
import { findWorkerFile } from './worker-file.ts'

/** Makes pictures, asked from the thread that serves people. Its worker is started by the first order. */
export interface PictureClient {
  /**
   * Resolves when everything is made and on the disk, or the picture is refused. Orders are carried out one after the
   * other. A stopped one rejects with the signal's reason at once; the rendition that is being made is made to its end.
   * Fails with `base.read-failed`, and as `writeFileDurably` does; any other error is a bug, or the worker's end.
   */
  make(order: PictureOrder, options?: MakeOptions): Promise<PictureResult>
  /** Ends the worker; what is asked for is not made. */
  close(): Promise<void>
}

export interface MakeOptions {
  /** Hears how many of the outputs are made. */
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

interface Waiting extends PromiseWithResolvers<PictureResult> {
  readonly onProgress: NonNullable<MakeOptions['onProgress']>
}

/** Prepares the client; `workerUrl` is found beside the code unless told. */
export function createPictureClient(options: { readonly workerUrl?: URL } = {}): PictureClient {
  let line: Line | null = null
  /** The orders before; each is handed over when they are done, so that a stopped one never reaches the worker. */
  let before: Promise<unknown> = Promise.resolve()

  function connect(): Line {
    line ??= openLine(options.workerUrl, () => (line = null))
    return line
  }

  return {
    make(order, { onProgress = () => {}, signal } = {}) {
      const stopped = Promise.withResolvers<never>()
      const stop = () => stopped.reject(signal?.reason)
      signal?.addEventListener('abort', stop, { once: true })
      const turn = before.then(() => {
        signal?.throwIfAborted()
        return connect().ask(order, onProgress)
      })
      before = turn.catch(() => {})
      return Promise.race([turn, stopped.promise]).finally(() => signal?.removeEventListener('abort', stop))
    },
    async close() {
      await line?.close()
    },
  }
}

interface Line {
  ask(order: PictureOrder, onProgress: Waiting['onProgress']): Promise<PictureResult>
  close(): Promise<void>
}

function openLine(workerUrl: URL | undefined, onEnd: () => void): Line {
  const url = workerUrl ?? findWorkerFile('picture-worker', import.meta.url)
  if (url === null) throw new Error('the worker is missing')
  const worker = new Worker(url)
  const waiting = new Map<number, Waiting>()
  let asked = 0
  // Only an open order keeps the process alive.
  worker.unref()

  function settle(number: number, act: (order: Waiting) => void): void {
    const order = waiting.get(number)
    waiting.delete(number)
    if (waiting.size === 0) worker.unref()
    if (order !== undefined) act(order)
  }

  function end(error: unknown): void {
    onEnd()
    for (const number of [...waiting.keys()]) settle(number, (order) => order.reject(error))
  }

  worker.on('message', (message: PictureMessage) => {
    if (message.kind === 'progress') waiting.get(message.number)?.onProgress(message.done, message.total)
    if (message.kind === 'result') settle(message.number, (order) => order.resolve(message.result))
    if (message.kind === 'failure') settle(message.number, (order) => order.reject(toError(message)))
  })
  worker.on('error', end)
  worker.on('exit', () => end(new Error('the worker ended')))

  return {
    ask(order, onProgress) {
      const made: Waiting = { ...Promise.withResolvers<PictureResult>(), onProgress }
      asked += 1
      waiting.set(asked, made)
      worker.ref()
      worker.postMessage({ number: asked, order } satisfies PictureQuestion)
      return made.promise
    },
    async close() {
      await worker.terminate()
    },
  }
}

function toError({ code, reason, path }: PictureMessage & { kind: 'failure' }): Error {
  return isCode(code) ? new RedaksiError(code, { path, reason }) : new Error(reason)
}

function isCode(code: string): code is ErrorCode {
  return code.includes('.')
}
