import { createHandovers, exportHandover, type Handovers } from '../newsroom/handover/node/index.ts'
import { findFreeSlug } from './free-slug.ts'
import type { Newsroom } from './newsroom.ts'
import { nameDesk, readOwnElsewhere } from './own-elsewhere.ts'

export interface MakeHandoverOptions {
  /** The release of Redaksi, as in package.json. */
  readonly release: string
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * Writes a draft into a hand-over file. The handed-over state is kept in the history first: by it a later file is known to
 * go on from here. Fails with `drafts.read-only`, and as `exportHandover` does.
 */
export async function makeHandover(
  newsroom: Newsroom,
  draft: string,
  path: string,
  { release, signal, onProgress }: MakeHandoverOptions,
): Promise<void> {
  const { library, photos, attachments, house, machine } = newsroom
  await library.drafts.keepSnapshot(draft, 'handover')
  const from = { library: library.id, desk: nameDesk(house), person: machine.person }
  const content = {
    ...{ kept: await library.drafts.readKept(draft), from, release },
    own: await readOwnElsewhere(newsroom, draft),
  }
  await exportHandover(path, content, { photos, attachments }, { signal, onProgress })
}

/** Opens the way in for hand-over files. */
export function openHandovers(newsroom: Newsroom): Handovers {
  const { library, photos, attachments, surroundings } = newsroom
  return createHandovers({
    ...{ library, photos, attachments },
    ...{ random: surroundings.random, clock: surroundings.clock },
    readOwn: (draft) => readOwnElsewhere(newsroom, draft),
    findFreeSlug: (slug, exceptId) => findFreeSlug(library.drafts, slug, exceptId),
  })
}
