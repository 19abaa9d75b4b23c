import { join, resolve } from 'node:path'

/** The library that is meant: the one that is named, else the user's own, which the application opens too. */
export function chooseLibraryFolder(named: string | undefined, dataFolder: string): string {
  return resolve(named === undefined || named === '' ? join(dataFolder, 'library') : named)
}
