import { nodeFiles } from '../../../src/base/node/durable-write.ts'
import type { Library, OpenLibraryOptions } from '../../../src/newsroom/drafts/node/index.ts'
import { createDraftStore } from '../../../src/newsroom/drafts/node/draft-store.ts'
import { createIndexClient } from '../../../src/newsroom/drafts/node/index-client.ts'
import { getLayout } from '../../../src/newsroom/drafts/node/layout.ts'

/** A library that anyone may write at any time: what the trial of several processes must catch. */
export async function openWithoutLock(
  folder: string,
  { clock, random }: Pick<OpenLibraryOptions, 'clock' | 'random'>,
): Promise<Pick<Library, 'drafts' | 'close'>> {
  const layout = getLayout(folder)
  const quiet = { onWarning: () => undefined, onProgress: () => undefined }
  const index = createIndexClient({ folder, mode: 'read', ...quiet })
  const drafts = createDraftStore({ layout, mode: 'write', clock, random, files: nodeFiles, index, ...quiet })
  return { drafts, close: () => drafts.settle() }
}
