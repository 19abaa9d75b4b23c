import type { AppContract, Handlers } from '../bridge/index.ts'
import { startStorageWork } from '../newsroom/drafts/node/index.ts'
import type { Newsroom } from './newsroom.ts'
import type { StorageKeeper } from './storage-keeper.ts'

/** Answers for where the library lies and for its backups. */
export function createStorageHandlers(
  { library }: Pick<Newsroom, 'library'>,
  keeper: StorageKeeper,
): Handlers<AppContract>['storage'] {
  return {
    state: keeper.state,
    measure: () => startStorageWork({ kind: 'measure', library: library.folder }),
    plan: ({ plan }) => keeper.plan(plan),
    backUp: keeper.backUp,
    drill: keeper.drill,
    restore: keeper.restore,
    stop: keeper.stop,
    hushSynced: keeper.hushSynced,
  }
}
