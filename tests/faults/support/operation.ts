import type { RandomBytes } from '../../../src/base/ids.ts'
import { nodeFiles } from '../../../src/base/node/durable-write.ts'
import type { FileSystem } from '../../../src/base/node/file-system.ts'
import { systemRandom } from '../../../src/base/node/system.ts'
import { openLibrary, type Library } from '../../../src/newsroom/drafts/node/index.ts'

/** Where an operation takes place: a folder that holds `library` and what else it needs. */
export interface Scene {
  readonly folder: string
  /** Paragraphs of the story it is about. */
  readonly size: number
  /** The draft it is about, or an empty text. */
  readonly draft: string
}

/** What stands there afterwards: the state before, the state after, or neither, told in words. */
export type Verdict = 'old' | 'new' | { readonly broken: string }

/** Tells that the operation was answered for: from here on its outcome must never be lost. */
export type Acknowledge = () => void

/** What an operation is done with. The randomness is the same each time, and so are the names of its files. */
export interface Tools {
  readonly files: FileSystem
  readonly random: RandomBytes
}

/** One thing that is done to a library, to be killed at each of its steps. */
export interface Operation {
  readonly name: string
  /** Makes the scene as it is before, and returns the draft. */
  lay(folder: string, size: number): Promise<string>
  /** Opens what is needed, and returns what does it. */
  open(scene: Scene, tools: Tools): Promise<(acknowledge: Acknowledge) => Promise<void>>
  /** Looks at what stands there, in a process of its own. It may write: the scene is a copy. */
  judge(scene: Scene): Promise<Verdict>
  /** Does something more there, which must succeed whatever happened. */
  goOn(scene: Scene): Promise<void>
  /** What `doctor` may find besides temporary files. */
  readonly findings: readonly string[]
  /** Whether the scene holds no library while the state is the old one. */
  readonly makesLibrary?: boolean
}

/** The day on which the scenes are laid. */
export const LAID_AT = Date.parse('2025-11-13T02:00:00.000Z')
/** Long enough after it for what is saved now to be kept in the history once it is replaced. */
export const SAVED_AT = LAID_AT + 11 * 60_000
export const ACTED_AT = SAVED_AT + 60_000

/** Opens a library for writing at a fixed instant. */
export function openAt(folder: string, now: number, tools: Tools = USUAL): Promise<Library> {
  return openLibrary(folder, { mode: 'write', clock: { now: () => now }, ...tools })
}

const USUAL: Tools = { files: nodeFiles, random: systemRandom }

/** Runs something on the library of a scene and closes it again. */
export async function withLibrary<T>(
  folder: string,
  use: (library: Library) => Promise<T>,
  now = ACTED_AT,
): Promise<T> {
  const library = await openAt(folder, now)
  try {
    return await use(library)
  } finally {
    await library.close()
  }
}
