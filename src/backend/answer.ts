import { join } from 'node:path'
import {
  appContract,
  createDispatcher,
  type AppContract,
  type AppInfo,
  type Backend,
  type Handlers,
} from '../bridge/index.ts'
import { createAppHandlers } from './answer-app.ts'
import { createAttachmentsHandlers } from './answer-attachments.ts'
import { createBlobStore } from './answer-blobs.ts'
import { startDelivery, type Delivery } from './answer-delivery.ts'
import { createDraftsHandlers } from './answer-drafts.ts'
import { createEvents, type Events } from './answer-events.ts'
import { createHandoverHandlers } from './answer-handover.ts'
import { createHouseHandlers } from './answer-house.ts'
import { createPhotosHandlers } from './answer-photos.ts'
import { createPublishHandlers } from './answer-publish.ts'
import { createStorageHandlers } from './answer-storage.ts'
import { createTrashHandlers } from './answer-trash.ts'
import { createRecapHandlers } from './answer-recap.ts'
import { startHistoryKeeper } from './history-keeper.ts'
import type { Newsroom } from './newsroom.ts'
import { startStorageKeeper, type StorageKeeper } from './storage-keeper.ts'
import { startTrashKeeper } from './trash.ts'

export interface BackendOptions {
  readonly host: AppInfo['host']
  readonly release: string
  readonly locale: AppInfo['locale']
  /** Hears what was not foreseen, and where; a page never does. */
  readonly onBug: (error: unknown, at: string) => void
  /** How often idle targets are asked whether they are there, in milliseconds. */
  readonly probeEvery?: number
  /** Whether what is queued leaves, and backups are made, by themselves; unless told they are. A single command only queues. */
  readonly isSending?: boolean
  /** How often it is looked whether a backup is due, in milliseconds. */
  readonly checkBackupsEvery?: number
}

/**
 * Answers the bridge over an open newsroom, for any host. From now on what is queued leaves by itself. Closing it stops
 * that; the newsroom is closed by who opened it.
 */
export function createBackend(newsroom: Newsroom, options: BackendOptions): Backend {
  const { onBug, probeEvery, isSending = true } = options
  const events = createEvents(onBug)
  const delivery = startDelivery({
    newsroom,
    onBug,
    isSending,
    tell: (connection) => events.emit('publish.outboxChanged', connection),
    ...(probeEvery === undefined ? {} : { probeEvery }),
  })
  const tellRemoved = (id: string) => events.emit('drafts.removed', { id })
  const stopKeepers = isSending
    ? [startTrashKeeper({ newsroom, tell: tellRemoved, onBug }), startHistoryKeeper({ newsroom, onBug })]
    : []
  const { folder, mode } = newsroom.library
  const storage = startStorageKeeper({
    ...{ newsroom, onBug, isKeeping: isSending && mode === 'write' },
    tell: (state) => events.emit('storage.changed', state),
    checkEvery: options.checkBackupsEvery,
  })
  const blobs = createBlobStore({ folder: join(folder, 'incoming'), isFresh: mode === 'write' })
  return {
    dispatch: createDispatcher(
      appContract,
      createHandlers(newsroom, options, { events, delivery, blobs, storage }),
      {
        onBug,
      },
    ),
    on: events.on,
    putBlob: blobs.put,
    async close() {
      await Promise.all([delivery.stop(), storage.close(), ...stopKeepers.map((stop) => stop())])
    },
  }
}

interface Parts {
  readonly events: Events
  readonly delivery: Delivery
  readonly blobs: ReturnType<typeof createBlobStore>
  readonly storage: StorageKeeper
}

function createHandlers(
  newsroom: Newsroom,
  options: BackendOptions,
  { events, delivery, blobs, storage }: Parts,
): Handlers<AppContract> {
  const { host, release, locale } = options
  return {
    app: createAppHandlers(newsroom, { host, release, locale }, (info) => events.emit('app.changed', info)),
    attachments: createAttachmentsHandlers(newsroom, blobs.getPath),
    bridge: {},
    drafts: {
      ...createDraftsHandlers(newsroom, blobs.getPath, ({ id, revision }) =>
        events.emit('drafts.changed', { id, revision }),
      ),
      ...createTrashHandlers(newsroom, (id) => events.emit('drafts.removed', { id })),
    },
    handover: createHandoverHandlers(newsroom, release, blobs.getPath, {
      progress: (progress) => events.emit('handover.progress', progress),
      opened: () => events.emit('handover.opened', null),
      changed: ({ id, revision }) => events.emit('drafts.changed', { id, revision }),
    }),
    house: createHouseHandlers(newsroom, (house) => events.emit('house.changed', house)),
    photos: createPhotosHandlers(newsroom, blobs.getPath, {
      progress: (progress) => events.emit('photos.progress', progress),
      changed: (id) => events.emit('photos.changed', { id }),
      lapsed: ({ id, revision }) => events.emit('drafts.changed', { id, revision }),
    }),
    publish: createPublishHandlers(newsroom, delivery),
    recap: createRecapHandlers(newsroom),
    storage: createStorageHandlers(newsroom, storage),
  }
}
