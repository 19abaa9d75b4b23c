import type { AppContract, Handlers } from '../bridge/index.ts'
import type { Draft } from '../newsroom/drafts/index.ts'
import type { Newsroom } from './newsroom.ts'

type HistoryHandlers = Pick<
  Handlers<AppContract>['drafts'],
  'listRevisions' | 'readRevision' | 'restoreRevision' | 'nameRevision' | 'keepSnapshot'
>

/** Answers for the past of drafts. `told` tells of a draft that was changed, once it is on the disk. */
export function createHistoryHandlers(
  { library: { drafts } }: Newsroom,
  told: (changed: Promise<Draft>) => Promise<Draft>,
): HistoryHandlers {
  return {
    listRevisions: ({ id }) => drafts.listRevisions(id),
    readRevision: ({ id, revision }) => drafts.readRevision(id, revision),
    async restoreRevision({ id, revision, baseRevision }) {
      const story = await drafts.readRevision(id, revision)
      await drafts.keepSnapshot(id, 'restore')
      return told(drafts.save(id, { baseRevision, story, allowEmpty: true }))
    },
    async nameRevision({ id, revision, name }) {
      await drafts.nameRevision(id, revision, name)
      return null
    },
    keepSnapshot: ({ id, reason }) => drafts.keepSnapshot(id, reason),
  }
}
