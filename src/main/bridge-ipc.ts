import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import { RedaksiError } from '../base/errors.ts'
import {
  appContract,
  BRIDGE_CHANNELS,
  createFailure,
  isWithin,
  LARGEST_ARGUMENT,
  listEventNames,
  wrapError,
  type Backend,
  type BridgeErrorCode,
  type Envelope,
} from '../bridge/index.ts'
import type { MainErrorCode } from './contract.ts'
import { SENDER_CHECKS, type IsOwnWindow, type SenderCheck } from './sender-checks.ts'

/**
 * The way between the windows' pages and the backend. Every message passes one gate: it must come from the main frame
 * of a window of ours, which shows our page, and be of a sensible size; what it means is parsed by the dispatcher.
 */

/** Room for the largest picture. */
const LARGEST_BYTES = 128 * 1024 * 1024
/** What stands around an argument. */
const SLACK = 4096

export interface BridgeIpcOptions {
  readonly ipc: Pick<IpcMain, 'handle' | 'removeHandler'>
  readonly backend: Backend
  readonly isOwnWindow: IsOwnWindow
  readonly onBug: (error: unknown, at: string) => void
}

/** The bridge of all windows. */
export interface BridgeIpc {
  /** Tells one page something that its window was asked for; a page that does not listen is not told. */
  readonly tell: (contents: WebContents, event: string, told: unknown) => void
  readonly close: () => void
}

/** Answers the pages from a backend, and passes on its events to those that listen. */
export function openBridgeIpc(options: BridgeIpcOptions): BridgeIpc {
  return openBridgeIpcWith(options, SENDER_CHECKS)
}

/** Opens the bridge with some of the checks only. For the tests, which show that each of them is needed. */
export function openBridgeIpcWith(options: BridgeIpcOptions, checks: readonly SenderCheck[]): BridgeIpc {
  const { backend, ipc, onBug } = options
  const listening = new Set<WebContents>()
  const handle = createHandle(options, checks)
  handle(BRIDGE_CHANNELS.call, LARGEST_ARGUMENT + SLACK, ([method, argument]) =>
    answerCall(backend, method, argument),
  )
  handle(BRIDGE_CHANNELS.blob, LARGEST_BYTES + SLACK, ([name, bytes]) =>
    takeBytes(backend, name, bytes, onBug),
  )
  handle(BRIDGE_CHANNELS.listen, SLACK, async (_, { sender }) => {
    if (!listening.has(sender)) sender.once('destroyed', () => listening.delete(sender))
    listening.add(sender)
    return { ok: true, value: null }
  })
  const tell = (contents: WebContents, event: string, told: unknown): void => {
    if (listening.has(contents) && !contents.isDestroyed()) contents.send(BRIDGE_CHANNELS.event, event, told)
  }
  const stops = listEventNames(appContract).map((event) =>
    backend.on(event, (told) => listening.forEach((contents) => tell(contents, event, told))),
  )
  return {
    tell,
    close() {
      stops.forEach((stop) => stop())
      Object.values(BRIDGE_CHANNELS).forEach((channel) => ipc.removeHandler(channel))
    },
  }
}

type Answer = (given: readonly unknown[], event: IpcMainInvokeEvent) => Promise<Envelope>

/** Makes the one wrapper that every channel is answered through. */
function createHandle({ ipc, isOwnWindow }: BridgeIpcOptions, checks: readonly SenderCheck[]) {
  return (channel: string, limit: number, answer: Answer): void =>
    ipc.handle(channel, async (event, ...given: readonly unknown[]): Promise<Envelope> => {
      if (!checks.every((check) => check(event, isOwnWindow)))
        return createFailure(new RedaksiError<MainErrorCode>('main.sender-refused'))
      if (!isWithin(given, limit))
        return createFailure(
          new RedaksiError<BridgeErrorCode>('bridge.too-large', { method: channel, limit }),
        )
      return answer(given, event)
    })
}

async function answerCall(backend: Backend, method: unknown, argument: unknown): Promise<Envelope> {
  const envelope = await backend.dispatch(typeof method === 'string' ? method : '', argument)
  // A method that replies nothing replies null in every host.
  return envelope.ok ? { ok: true, value: envelope.value ?? null } : envelope
}

async function takeBytes(
  backend: Backend,
  name: unknown,
  bytes: unknown,
  onBug: BridgeIpcOptions['onBug'],
): Promise<Envelope> {
  try {
    if (typeof name !== 'string' || !(bytes instanceof Uint8Array))
      throw new RedaksiError<BridgeErrorCode>('bridge.blob-name')
    await backend.putBlob(name, yieldOnce(bytes))
    return { ok: true, value: null }
  } catch (error) {
    return wrapError(error, BRIDGE_CHANNELS.blob, onBug)
  }
}

async function* yieldOnce(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
