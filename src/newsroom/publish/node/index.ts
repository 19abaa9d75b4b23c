export { createAdapters, type AdapterOptions } from './adapters.ts'
export type { RecordProblem } from './examine.ts'
export {
  createPublisher,
  type Publisher,
  type PublisherOptions,
  type SyncOptions,
  type SyncReport,
} from './publisher.ts'
export type { EnqueueRequest, WithdrawRequest } from './queue.ts'
export { createSecretStore, type SecretStore } from './secrets.ts'
export { createTargetDesk, type TargetDesk, type TargetDeskOptions } from './target-desk.ts'
export type { TargetRequest } from './targets.ts'
