import type { Clock } from '../base/clock.ts'
import type { RedaksiError } from '../base/errors.ts'
import type { RandomBytes } from '../base/ids.ts'
import { createHttpClient } from '../base/node/http-client.ts'
import { createKeyedQueue } from '../base/node/keyed-queue.ts'
import { isSameJson } from '../base/same-json.ts'
import { openAttachmentStore, type AttachmentStore } from '../newsroom/attachments/node/index.ts'
import { openLibrary, type Library } from '../newsroom/drafts/node/index.ts'
import { parseHouse, type House } from '../newsroom/house/index.ts'
import { openPhotoStore, type PhotoStore } from '../newsroom/photos/node/index.ts'
import {
  createAdapters,
  createPublisher,
  createSecretStore,
  createTargetDesk,
  type Publisher,
  type SecretStore,
  type TargetDesk,
} from '../newsroom/publish/node/index.ts'
import { openMachine, type Machine } from './machine.ts'
import { createOverlay, type Overlay } from './overlay.ts'

/** The machine a newsroom runs on, as arguments. */
export interface Surroundings {
  readonly clock: Clock
  readonly random: RandomBytes
  readonly env: Readonly<Record<string, string | undefined>>
  /** The user's own settings and secrets. */
  readonly configFolder: string
  /** Where this host keeps the secrets of targets; left out, in a file of `configFolder`. */
  readonly secrets?: SecretStore
  /** Where this process can be reached, for the one who finds the library locked; null when nowhere. */
  readonly address: string | null
  /** Initials of who works at this machine, or null; left out, nobody is known. The history names them. */
  person?(): string | null
  onWarning(warning: RedaksiError): void
}

/** An open library with the services over it: what every host and the command line work with. */
export interface Newsroom {
  readonly library: Library
  /** What this machine knows: who writes here. */
  readonly machine: Machine
  /** The house profile as it is now: read it anew for each use. */
  readonly house: House
  /** Reads the house anew: its file is a person's to edit, too. Fails as the library's own files are read. */
  readHouse(): Promise<House>
  /**
   * Writes what a change makes of the house as its file has it now, and answers with it. Changes build on each other.
   * Fails as a file is read or written; a damaged one is not overwritten.
   */
  changeHouse(change: (house: House) => House): Promise<House>
  readonly photos: PhotoStore
  readonly attachments: AttachmentStore
  readonly publisher: Publisher
  readonly targets: TargetDesk
  /** Keeps the list of drafts in step with the outbox and the ledger. */
  readonly overlay: Overlay
  readonly surroundings: Surroundings
  /** Waits for what is being written, then lets the library go. */
  close(): Promise<void>
}

/** Opens a library for reading, beside whoever writes it, or for writing, alone. */
export async function openNewsroom(
  folder: string,
  mode: 'read' | 'write',
  surroundings: Surroundings,
): Promise<Newsroom> {
  const { clock, random, address, onWarning } = surroundings
  let machine: Machine | null = null
  const library = await openLibrary(folder, {
    mode,
    clock,
    random,
    onWarning,
    ...(address === null ? {} : { address }),
    person: () => surroundings.person?.() ?? machine?.person ?? null,
  })
  try {
    const known = await openMachine(surroundings.configFolder, library.id, onWarning)
    machine = known
    const keeper = await keepHouse(library)
    const { photos, attachments, publisher, targets, overlay } = createServices(library, surroundings)
    const close = async () => {
      await overlay.settle()
      await photos.close()
      await attachments.close()
      await library.close()
    }
    return {
      library,
      get house() {
        return keeper.house()
      },
      machine: known,
      readHouse: keeper.read,
      changeHouse: keeper.change,
      photos,
      attachments,
      publisher,
      targets,
      overlay,
      surroundings,
      close,
    }
  } catch (error) {
    await library.close()
    throw error
  }
}

async function keepHouse(library: Library) {
  let house = await library.readHouse()
  const queue = createKeyedQueue()
  /** The house stays the same object as long as nothing has changed. */
  const readAnew = async (): Promise<House> => {
    const stored = await library.readHouse()
    if (!isSameJson(stored, house)) house = stored
    return house
  }
  return {
    house: () => house,
    read: () => queue.run('house', readAnew),
    change: (change: (house: House) => House) =>
      queue.run('house', async () => {
        const next = parseHouse(change(await readAnew()))
        await library.writeHouse(next)
        house = next
        return house
      }),
  }
}

function createServices(library: Library, surroundings: Surroundings) {
  const { clock, random, env, configFolder, onWarning } = surroundings
  const { folder, mode, id: libraryId } = library
  const secrets = surroundings.secrets ?? createSecretStore(configFolder)
  const adapters = createAdapters({ libraryId, secrets, env, http: createHttpClient() })
  const photos = openPhotoStore({ folder, mode, clock })
  const attachments = openAttachmentStore({ folder, mode, clock })
  const overlay = createOverlay(library.drafts, () => publisher.entries())
  const onChange = (draft: string) => overlay.note(draft)
  const publisher: Publisher = createPublisher({
    ...{ folder, mode, clock, random, adapters, onChange, onWarning },
    readPhoto: (sha256) => photos.readCopy(sha256),
    readAttachment: (sha256) => attachments.read(sha256),
  })
  const targets = createTargetDesk({ folder, libraryId, secrets, adapters, publisher })
  return { photos, attachments, publisher, targets, overlay }
}
