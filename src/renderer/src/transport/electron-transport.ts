import { RedaksiError } from '../../../base/errors.ts'
import type { Transport } from '../../../bridge/client.ts'
import type { BridgeErrorCode } from '../../../bridge/contract.ts'
import { WINDOW_BRIDGE, type WindowBridge } from '../../../bridge/window-bridge.ts'

/** The page's way to the desktop host: the two functions of a transport, and the way for bytes. */
export interface ElectronTransport extends Transport {
  /** Puts bytes under their SHA-256; resolves to an envelope when they are on the disk. */
  readonly putBlob: (sha256: string, bytes: Blob) => Promise<unknown>
}

/** Makes the transport over what the preload script left; null in a page that no window of ours shows. */
export function createElectronTransport(page: object): ElectronTransport | null {
  const bridge: unknown = Reflect.get(page, WINDOW_BRIDGE)
  if (!isWindowBridge(bridge)) return null
  return {
    call: (method, argument) => expectReply(bridge.call(method, argument)),
    on: bridge.on,
    putBlob: async (sha256, bytes) => {
      const whole = new Uint8Array(await bytes.arrayBuffer())
      return expectReply(bridge.putBlob(sha256, whole))
    },
  }
}

/** The host answers with an envelope whatever happens; when nothing comes, whether it was carried out nobody knows. */
async function expectReply(reply: Promise<unknown>): Promise<unknown> {
  try {
    return await reply
  } catch (cause) {
    throw new RedaksiError<BridgeErrorCode>('bridge.host-lost', {}, cause)
  }
}

function isWindowBridge(value: unknown): value is WindowBridge {
  if (typeof value !== 'object' || value === null) return false
  return ['call', 'on', 'putBlob'].every((name) => typeof Reflect.get(value, name) === 'function')
}
