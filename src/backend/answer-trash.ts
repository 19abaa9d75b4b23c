import type { AppContract, Handlers } from '../bridge/index.ts'
import type { Newsroom } from './newsroom.ts'
import { removeDraft } from './trash.ts'

type Trash = Pick<Handlers<AppContract>['drafts'], 'remove' | 'readTrashDays' | 'changeTrashDays'>

/** Answers for the trash. `tell` hears of each draft that was deleted for good. */
export function createTrashHandlers(newsroom: Newsroom, tell: (id: string) => void): Trash {
  const { library } = newsroom
  return {
    async remove({ id }) {
      await removeDraft(newsroom, id)
      tell(id)
      return null
    },
    readTrashDays: async () => ({ days: await library.readTrashDays() }),
    async changeTrashDays({ days }) {
      await library.writeTrashDays(days)
      return { days }
    },
  }
}
