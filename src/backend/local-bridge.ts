import { chmod, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { claimPrivateFolder, findSocketPlace } from '../base/node/socket-place.ts'
import { RedaksiError } from '../base/errors.ts'
import {
  createFailure,
  LARGEST_ARGUMENT,
  wrapError,
  type Backend,
  type BridgeErrorCode,
  type Envelope,
} from '../bridge/index.ts'

/** The way in for other programs of the same user, above all the command line: calls and bytes, no events. */
export interface LocalBridge {
  readonly path: string
  close(): Promise<void>
}

export interface LocalBridgeOptions {
  readonly backend: Pick<Backend, 'dispatch' | 'putBlob'>
  /** The library's folder, which this process writes: nobody else may claim its place. */
  readonly folder: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly onBug: (error: unknown, at: string) => void
}

/**
 * Opens the bridge on a socket that only this user can reach: its folder is 0700, itself 0600; on Windows it is a named
 * pipe that only its maker may write to. Null where no such place can be had: then a second program is told who holds
 * the library, as without it.
 */
export async function openLocalBridge(options: LocalBridgeOptions): Promise<LocalBridge | null> {
  try {
    const place = await findSocketPlace(options.folder, options.env)
    if (place === null) return null
    if (place.parent !== null && !(await claimPrivateFolder(place.parent))) return null
    return await listen(place.path, options)
  } catch (error) {
    options.onBug(error, 'local-bridge')
    return null
  }
}

async function listen(path: string, { backend, onBug }: LocalBridgeOptions): Promise<LocalBridge> {
  const isFile = process.platform !== 'win32'
  // Whoever held the library before was killed: the lock is ours, and so is its place.
  if (isFile) await rm(path, { force: true })
  const server = createServer((request, reply) => {
    answer(request, backend, onBug).then(
      (envelope) => send(reply, envelope, onBug),
      // The caller has gone away in the middle of its request.
      () => reply.destroy(),
    )
  })
  // Events are for pages.
  server.on('upgrade', (_request, socket) => socket.destroy())
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  if (isFile) await chmod(path, 0o600)
  // It never keeps a process alive that has nothing else to do.
  server.unref()
  return {
    path,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  request: IncomingMessage,
  { dispatch, putBlob }: LocalBridgeOptions['backend'],
  onBug: LocalBridgeOptions['onBug'],
): Promise<Envelope> {
  const { method, url = '' } = request
  const [, call] = /^\/bridge\/([\w.]{1,100})$/.exec(url) ?? []
  if (method === 'POST' && call !== undefined) return answerCall(request, call, dispatch)
  const [, blob] = /^\/blobs\/([0-9a-f]{64})$/.exec(url) ?? []
  if (method !== 'PUT' || blob === undefined) return refuse('bridge.unknown-method', { method: '' })
  try {
    await putBlob(blob, request)
    return { ok: true, value: null }
  } catch (error) {
    return wrapError(error, 'blobs.put', onBug)
  }
}

async function answerCall(
  request: IncomingMessage,
  method: string,
  dispatch: Backend['dispatch'],
): Promise<Envelope> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > LARGEST_ARGUMENT) return refuse('bridge.too-large', { method, limit: LARGEST_ARGUMENT })
    chunks.push(chunk)
  }
  try {
    return await dispatch(method, JSON.parse(Buffer.concat(chunks).toString('utf8')))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return refuse('bridge.bad-input', { method, at: '/', reason: 'JSON' })
  }
}

function refuse(code: BridgeErrorCode, details: Readonly<Record<string, string | number>>): Envelope {
  return createFailure(new RedaksiError<BridgeErrorCode>(code, details))
}

function send(reply: ServerResponse, envelope: Envelope, onBug: LocalBridgeOptions['onBug']): void {
  reply.setHeader('content-type', 'application/json')
  reply.setHeader('connection', 'close')
  try {
    reply.end(JSON.stringify(envelope.ok ? { ok: true, value: envelope.value ?? null } : envelope))
  } catch (error) {
    // The service replied what is no JSON.
    reply.end(JSON.stringify(wrapError(error, 'reply', onBug)))
  }
}
