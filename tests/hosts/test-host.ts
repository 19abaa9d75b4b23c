import type { Transport } from '../../src/bridge/index.ts'
import { startElectronTestHost } from './electron-test-host.ts'
import { startWebTestHost } from './web-test-host.ts'
import type { TestBackend } from './test-backend.ts'

/** A running host with one page open in it, as the suite sees it. */
export interface TestHost {
  /** The page's transport. */
  readonly transport: Transport
  /** Puts bytes by the host's own way for them; resolves to an envelope. */
  readonly putBlob: (sha256: string, bytes: Uint8Array<ArrayBuffer>) => Promise<unknown>
  /** Resolves when the page hears events. */
  readonly listening: Promise<void>
  /** Ends the host, and with it the page. */
  readonly close: () => Promise<void>
  /** Ends the host as a killed process would, leaving the page; null where the page dies with it. */
  readonly kill: (() => Promise<void>) | null
}

/** Starts a host over a backend. */
export type StartTestHost = (backend: TestBackend) => Promise<TestHost>

/** Every host, held to one suite. */
export const TEST_HOSTS: readonly { readonly name: string; readonly start: StartTestHost }[] = [
  { name: 'web', start: startWebTestHost },
  { name: 'electron', start: startElectronTestHost },
]
