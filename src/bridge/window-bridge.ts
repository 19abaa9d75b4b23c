/**
 * What a page in a window of the desktop host finds under `WINDOW_BRIDGE`: three functions and data, nothing of the
 * host itself. The preload script puts it there.
 */
export interface WindowBridge {
  /** Resolves to an envelope. */
  readonly call: (method: string, argument: unknown) => Promise<unknown>
  /** Hears an event by its dotted name; call what it returns to stop. */
  readonly on: (event: string, listener: (told: unknown) => void) => () => void
  /** Puts bytes under their SHA-256; resolves to an envelope when they are on the disk. */
  readonly putBlob: (sha256: string, bytes: Uint8Array) => Promise<unknown>
}

/** The name of the one global that a window's page is given. */
export const WINDOW_BRIDGE = 'redaksi'

/** The channels between a window's page and its host; there are no others. */
export const BRIDGE_CHANNELS = {
  /** `(method, argument)`, to an envelope. */
  call: 'bridge:call',
  /** `(sha256, bytes)`, to an envelope. */
  blob: 'bridge:blob',
  /** From now on this page hears events. */
  listen: 'bridge:listen',
  /** `(event, told)`, to the page. */
  event: 'bridge:event',
} as const
