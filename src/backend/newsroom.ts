import type { Clock } from '../base/clock.ts'
import type { RedaksiError } from '../base/errors.ts'
import type { RandomBytes } from '../base/ids.ts'
import { openLibrary, type Library } from '../newsroom/drafts/node/index.ts'
import type { House } from '../newsroom/house/index.ts'
import { createPublisher, type Publisher } from '../newsroom/publish/node/index.ts'

/** The machine a newsroom runs on, as arguments. */
export interface Surroundings {
  readonly clock: Clock
  readonly random: RandomBytes
  readonly env: Readonly<Record<string, string | undefined>>
  /** The user's own settings and secrets. */
  readonly configFolder: string
  /** Where this process can be reached, for the one who finds the library locked; null when nowhere. */
  readonly address: string | null
  onWarning(warning: RedaksiError): void
}

/** An open library with the services over it: what every host and the command line work with. */
export interface Newsroom {
  readonly library: Library
  readonly house: House
  readonly publisher: Publisher
  readonly surroundings: Surroundings
  close(): Promise<void>
}

/** Opens a library for reading, beside whoever writes it, or for writing, alone. */
export async function openNewsroom(
  folder: string,
  mode: 'read' | 'write',
  surroundings: Surroundings,
): Promise<Newsroom> {
  throw new Error(`${folder} ${mode} ${String(surroundings)}`)
}
