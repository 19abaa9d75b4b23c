import type { AppContract, Handlers } from '../bridge/index.ts'
import type { DraftHead } from '../newsroom/drafts/index.ts'
import {
  HANDOVER_EXTENSION,
  HANDOVER_TYPE,
  type HandedInFile,
  type HandoverProgress,
} from '../newsroom/handover/index.ts'
import { createHandoverFiles } from './handover-files.ts'
import { createTasks } from './handover-tasks.ts'
import { openHandovers } from './handover.ts'
import type { Newsroom } from './newsroom.ts'

export interface HandoverTellers {
  readonly progress: (progress: HandoverProgress) => void
  /** A file was opened outside the page. */
  readonly opened: () => void
  /** A draft was made or changed, and is on the disk. */
  readonly changed: (draft: Pick<DraftHead, 'id' | 'revision'>) => void
}

/** Answers for hand-over files. `getPath` says where bytes lie that the page has handed in under a digest. */
export function createHandoverHandlers(
  newsroom: Newsroom,
  release: string,
  getPath: (sha256: string) => string,
  tell: HandoverTellers,
): Handlers<AppContract>['handover'] {
  const { drafts } = newsroom.library
  const files = createHandoverFiles(newsroom, getPath)
  const handovers = openHandovers(newsroom)
  let opened: HandedInFile | null = null
  const tasks = createTasks(tell.progress)

  return {
    write: ({ id, task }) =>
      tasks.carryOut(task, async (options) => {
        const made = await files.make(id, release, options)
        const { story } = await drafts.read(id)
        const fileName = `${story.slug === '' ? id : story.slug}${HANDOVER_EXTENSION}`
        return { ...made, fileName, mediaType: HANDOVER_TYPE }
      }),
    fetch: async ({ handle, from }) => ({ content: await files.fetch(handle, from) }),
    look: ({ pieces, name, task }) =>
      tasks.carryOut(task, (options) =>
        files.withJoined(pieces, name, (path) => handovers.look(path, { name, ...options })),
      ),
    async settle({ handle, ...request }) {
      const outcome = await handovers.settle(handle, request)
      if (outcome.revision > 0) tell.changed(outcome)
      return outcome
    },
    async forget({ handle }) {
      await Promise.all([handovers.forget(handle), files.forget(handle)])
      return null
    },
    announce(file) {
      opened = file
      tell.opened()
      return null
    },
    takeOpened() {
      const taken = opened
      opened = null
      return taken
    },
    stop: ({ task }) => tasks.stop(task),
    async settleElsewhere({ id }) {
      const { revision } = await drafts.settleElsewhere(id)
      tell.changed({ id, revision })
      return { revision }
    },
  }
}
