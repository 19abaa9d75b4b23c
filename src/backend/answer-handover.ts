import { RedaksiError } from '../base/errors.ts'
import type { AppContract, Handlers } from '../bridge/index.ts'
import type { DraftHead } from '../newsroom/drafts/index.ts'
import {
  HANDOVER_EXTENSION,
  HANDOVER_TYPE,
  type HandoverErrorCode,
  type HandoverProgress,
} from '../newsroom/handover/index.ts'
import { createHandoverFiles } from './handover-files.ts'
import { openHandovers } from './handover.ts'
import type { Newsroom } from './newsroom.ts'

export interface HandoverTellers {
  readonly progress: (progress: HandoverProgress) => void
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
  const stops = new Map<string, AbortController>()

  /** Carries out a task that can be stopped by its name. */
  async function carryOut<T>(task: string, work: (options: TaskOptions) => Promise<T>): Promise<T> {
    const stop = stops.get(task) ?? new AbortController()
    stops.set(task, stop)
    const onProgress = createTeller((done, total) => tell.progress({ task, done, total }))
    try {
      return await work({ signal: stop.signal, onProgress })
    } finally {
      stops.delete(task)
    }
  }

  return {
    write: ({ id, task }) =>
      carryOut(task, async (options) => {
        const made = await files.make(id, release, options)
        const { story } = await drafts.read(id)
        const fileName = `${story.slug === '' ? id : story.slug}${HANDOVER_EXTENSION}`
        return { ...made, fileName, mediaType: HANDOVER_TYPE }
      }),
    fetch: async ({ handle, from }) => ({ content: await files.fetch(handle, from) }),
    look: ({ pieces, name, task }) =>
      carryOut(task, (options) =>
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
    stop({ task }) {
      stops.get(task)?.abort(new RedaksiError<HandoverErrorCode>('handover.stopped'))
      return null
    },
    async settleElsewhere({ id }) {
      const { revision } = await drafts.settleElsewhere(id)
      tell.changed({ id, revision })
      return { revision }
    },
  }
}

interface TaskOptions {
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

/** How often it is told how far a task is, in milliseconds. */
const TELL_EVERY = 100

function createTeller(tell: (done: number, total: number) => void): TaskOptions['onProgress'] {
  let toldAt = Number.NEGATIVE_INFINITY
  return (done, total) => {
    const now = performance.now()
    if (now - toldAt < TELL_EVERY) return
    toldAt = now
    tell(done, total)
  }
}
