import type { AppContract, Handlers } from '../bridge/index.ts'
import type { EntrySummary } from '../newsroom/publish/index.ts'
import type { Delivery } from './answer-delivery.ts'
import { publishDraft, withdrawDraft } from './desk.ts'
import type { Newsroom } from './newsroom.ts'

/** Answers for publishing. What a call queues is on the disk when it replies; sending goes on beside it. */
export function createPublishHandlers(
  newsroom: Newsroom,
  delivery: Delivery,
): Handlers<AppContract>['publish'] {
  const { publisher, targets } = newsroom
  const noted = async <Result>(change: Promise<Result>): Promise<Result> => {
    const result = await change
    delivery.note()
    return result
  }
  return {
    targets: () => targets.list(),
    publish: ({ id, targets: names = [] }): Promise<readonly EntrySummary[]> =>
      noted(publishDraft(newsroom, id, names)),
    withdraw: ({ id, reason }) => noted(withdrawDraft(newsroom, id, reason)),
    entries: () => publisher.entries(),
    retry: ({ entry }) => noted(publisher.retry(entry)),
    async drop({ entry, force = false }) {
      await noted(publisher.drop(entry, { force }))
      return null
    },
    sync() {
      delivery.retryNow()
      return delivery.connection()
    },
    async ledger({ id }) {
      const [article] = await publisher.ledger(id)
      return article ?? null
    },
    connection: () => delivery.connection(),
  }
}
