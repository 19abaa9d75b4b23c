import { rm } from 'node:fs/promises'
import { RedaksiError } from '../base/errors.ts'
import type { AppContract, Handlers } from '../bridge/index.ts'
import type { Draft, DraftHead, DraftsErrorCode } from '../newsroom/drafts/index.ts'
import { EXPORT_FORMATS, type ExportFormatName } from '../newsroom/formats/index.ts'
import { createHistoryHandlers } from './answer-history.ts'
import { approveDraft } from './desk.ts'
import { formatExport } from './export-draft.ts'
import { createSampleHandlers } from './answer-samples.ts'
import { createFindingHandlers } from './answer-finding.ts'
import type { createTrashHandlers } from './answer-trash.ts'
import { readFacts } from './facts.ts'
import { findFreeSlug } from './free-slug.ts'
import { importSources } from './import-files.ts'
import type { Newsroom } from './newsroom.ts'
import { withSignOffThatCounts } from './sign-off.ts'
import { createDraft } from './start-draft.ts'

/**
 * Answers for the library. `getPath` says where bytes lie that were handed in under a digest; `tell` hears of each draft
 * that was made or changed, once it is on the disk.
 */
export function createDraftsHandlers(
  newsroom: Newsroom,
  getPath: (sha256: string) => string,
  tell: (draft: Pick<DraftHead, 'id' | 'revision'>) => void,
): Omit<Handlers<AppContract>['drafts'], keyof ReturnType<typeof createTrashHandlers>> {
  const { drafts } = newsroom.library
  const told = async (changed: Promise<Draft>): Promise<Draft> => {
    const draft = await changed
    tell(draft)
    return draft
  }
  const toldHead = async (changed: Promise<Draft>): Promise<DraftHead> =>
    withoutStory(await withSignOffThatCounts(newsroom, await told(changed)))
  const samples = createSampleHandlers(newsroom, told)
  return {
    ...createFindingHandlers(newsroom, samples.read),
    ...samples.handlers,
    async read({ id }) {
      const draft = await withSignOffThatCounts(newsroom, await drafts.read(id))
      return { draft, status: (await readFacts(newsroom, draft)).status }
    },
    create: (start) => told(createDraft(newsroom, start)),
    import: (request) => importHandedIn(newsroom, request, getPath, tell),
    save: ({ id, ...request }) => toldHead(drafts.save(id, request)),
    freeSlug: async ({ id, slug }) => ({ slug: await findFreeSlug(drafts, slug, id) }),
    trash: ({ id }) => toldHead(drafts.trash(id)),
    untrash: ({ id }) => toldHead(drafts.untrash(id)),
    ...createHistoryHandlers(newsroom, told),
    signOff: ({ id, revision, by }) => toldHead(signOff(newsroom, id, revision, by)),
    export: ({ id, format }) => exportDraft(newsroom, id, format),
    async recover({ id }) {
      const recovery = await drafts.recoverDraft(id)
      const mended = recovery === null ? null : { from: recovery.from, quarantine: recovery.quarantine }
      return { draft: await told(drafts.read(id)), mended }
    },
  }
}

/** Imports files that were handed in, which are not kept. */
async function importHandedIn(
  newsroom: Newsroom,
  { files, year }: Parameters<Handlers<AppContract>['drafts']['import']>[0],
  getPath: (sha256: string) => string,
  tell: (draft: Pick<DraftHead, 'id' | 'revision'>) => void,
) {
  const sources = files.map(({ sha256, name }) => ({ file: name, path: getPath(sha256) }))
  try {
    const report = await importSources(newsroom, sources, { year })
    for (const { id } of report.drafts) tell({ id, revision: 1 })
    return report
  } finally {
    for (const { path } of sources) await rm(path, { force: true })
  }
}

function withoutStory({ story: _story, ...head }: Draft): DraftHead {
  return head
}

/** Signs off what the editor has read, and nothing that was written since. */
async function signOff(newsroom: Newsroom, id: string, revision: number, by: string): Promise<Draft> {
  const head = await newsroom.library.drafts.read(id)
  if (head.revision !== revision) {
    throw new RedaksiError<DraftsErrorCode>('drafts.conflict', {
      id,
      baseRevision: revision,
      revision: head.revision,
    })
  }
  return approveDraft(newsroom, id, by)
}

async function exportDraft(newsroom: Newsroom, id: string, format: ExportFormatName) {
  const draft = await newsroom.library.drafts.read(id)
  const { extension, mediaType } = EXPORT_FORMATS[format]
  const name = draft.story.slug === '' ? id : draft.story.slug
  const content = await formatExport(newsroom, draft, format)
  const file = { fileName: `${name}.${extension}`, mediaType }
  return typeof content === 'string'
    ? { ...file, encoding: 'utf8' as const, text: content }
    : { ...file, encoding: 'base64' as const, text: Buffer.from(content).toString('base64') }
}
