export { backupLibrary, type BackupReport } from './backup.ts'
export { createLibrary, type CreateLibraryOptions } from './create-library.ts'
export { inspectLibrary, type InspectOptions } from './inspect.ts'
export { mendLibrary, type MendOptions, type MendReport } from './mend.ts'
export { openLibrary } from './open-library.ts'
export { restoreLibrary } from './restore.ts'
export type {
  DraftStore,
  IndexProgress,
  Library,
  LibraryMode,
  OpenLibraryOptions,
  Recovery,
  SaveRequest,
} from './library.ts'
