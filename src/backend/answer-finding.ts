import type { AppContract, Handlers } from '../bridge/index.ts'
import { listDrafts } from './facts.ts'
import type { Newsroom } from './newsroom.ts'

type Finding = Pick<Handlers<AppContract>['drafts'], 'list' | 'listIds' | 'listChoices' | 'readArchive'>

/** Answers for what is found in the library, in step with the outbox and the ledger. */
export function createFindingHandlers(newsroom: Newsroom): Finding {
  const { overlay, library } = newsroom
  const { drafts } = library
  return {
    list: (request) => listDrafts(newsroom, request),
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
