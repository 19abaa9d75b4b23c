import type { Offer } from '../base/offer.ts'
import type { Dispatch } from './dispatcher.ts'

/** What a host carries to its pages, and knows nothing else of. */
export interface Backend {
  /** Answers a call with an envelope; never rejects. */
  readonly dispatch: Dispatch
  /** Hears an event by its dotted name; call what it returns to stop. */
  readonly on: (event: string, listener: (told: unknown) => void) => () => void
  /**
   * Takes bytes in, under the SHA-256 that they must have (64 lower-case hex digits). Resolves when they are on the
   * disk. Fails with `bridge.blob-name`, `bridge.blob-too-large`, `bridge.blob-mismatch`, or as a file is written.
   */
  readonly putBlob: (sha256: string, bytes: AsyncIterable<Uint8Array>) => Promise<void>
  readonly close: () => Promise<void>
}

/** Every event that a contract knows, by its dotted name: a host passes them all on. */
export function listEventNames(contract: Readonly<Record<string, Offer>>): readonly string[] {
  return Object.entries(contract).flatMap(([part, { events }]) =>
    Object.keys(events).map((name) => `${part}.${name}`),
  )
}
