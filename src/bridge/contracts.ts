import type { BridgeClient } from './client.ts'
import { attachmentsOffer } from '../newsroom/attachments/index.ts'
import { draftsOffer, storageOffer } from '../newsroom/drafts/index.ts'
import { handoverOffer } from '../newsroom/handover/index.ts'
import { houseOffer } from '../newsroom/house/index.ts'
import { photosOffer } from '../newsroom/photos/index.ts'
import { publishOffer } from '../newsroom/publish/index.ts'
import { recapOffer } from '../newsroom/recap/index.ts'
import { appOffer, bridgeOffer } from './app.ts'
import type { Contract } from './dispatcher.ts'

/** All that the services offer to the interface, joined. The page uses its type alone. */
export const appContract = {
  app: appOffer,
  attachments: attachmentsOffer,
  bridge: bridgeOffer,
  drafts: draftsOffer,
  handover: handoverOffer,
  house: houseOffer,
  photos: photosOffer,
  publish: publishOffer,
  recap: recapOffer,
  storage: storageOffer,
} satisfies Contract

export type AppContract = typeof appContract

/** The services as the interface reaches them, in whatever host. */
export type AppClient = BridgeClient<AppContract>
