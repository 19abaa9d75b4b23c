/**
 * What can go wrong between the interface and the services, whatever was asked.
 *
 * At the dispatcher: `unknown-method` {method}, `bad-input` {method, at, reason} (`at`: the place in the argument,
 * `/` for the whole), `too-large` {method, limit} (bytes, about), `bug` {method} (told to the host, never to the page).
 * Bytes: `blob-name` (no SHA-256), `blob-too-large` {limit}, `blob-mismatch` (they are others than their name says).
 * At the page: `bad-reply` {method} (what came back is no envelope), `host-lost` (nobody answers; whether the call was
 * carried out is not known), `session-ended` (a host answers, and this page must be opened anew at its address).
 */
export const BRIDGE_ERROR_CODES = [
  'bridge.unknown-method',
  'bridge.bad-input',
  'bridge.too-large',
  'bridge.bug',
  'bridge.blob-name',
  'bridge.blob-too-large',
  'bridge.blob-mismatch',
  'bridge.bad-reply',
  'bridge.host-lost',
  'bridge.session-ended',
] as const

export type BridgeErrorCode = (typeof BRIDGE_ERROR_CODES)[number]
