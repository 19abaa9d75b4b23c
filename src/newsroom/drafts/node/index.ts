export { createLibrary, type CreateLibraryOptions } from './create-library.ts'
export { openLibrary } from './open-library.ts'
export type {
  DraftStore,
  IndexProgress,
  Library,
  LibraryMode,
  OpenLibraryOptions,
  Recovery,
  SaveRequest,
} from './library.ts'
