import type { AppContract, Handlers } from '../bridge/index.ts'
import { listDrafts } from './facts.ts'
import type { Newsroom } from './newsroom.ts'

type Finding = Pick<Handlers<AppContract>['drafts'], 'list' | 'listIds' | 'listChoices' | 'readArchive'>

/** Answers for what is found in the library, in step with the outbox and the ledger; samples are told as such. */
export function createFindingHandlers(
  newsroom: Newsroom,
  readSamples: () => Promise<ReadonlySet<string>>,
): Finding {
  const { overlay, library } = newsroom
  const { drafts } = library
  return {
    async list(request) {
      const [found, samples] = await Promise.all([listDrafts(newsroom, request), readSamples()])
      if (samples.size === 0) return found
      return {
        ...found,
        drafts: found.drafts.map((row) => (samples.has(row.id) ? { ...row, isSample: true } : row)),
      }
    },
    async listIds(request) {
      await overlay.bringInStep()
      return drafts.listIds(request)
    },
    async listChoices(filter) {
      await overlay.bringInStep()
      return drafts.listChoices(filter)
    },
    async readArchive(request) {
      await overlay.bringInStep()
      return drafts.readArchive(request)
    },
  }
}
