import { readdir } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { findSyncService, type FolderNames, type PlaceFacts, type SyncService } from '../synced-folder.ts'

/** The variables in which OneDrive for Windows names its folders. */
const ONEDRIVE_VARIABLES = ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial']

/** Which program copies a folder of this machine to others; a folder that cannot be looked into is passed over. */
export async function findSyncedPlace(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<SyncService | null> {
  const { platform } = process
  const known = ONEDRIVE_VARIABLES.flatMap((name) => {
    const place = env[name] ?? ''
    return place === '' ? [] : [{ service: 'onedrive' as const, folder: place }]
  })
  const facts: PlaceFacts = {
    platform: platform === 'win32' || platform === 'darwin' ? platform : 'linux',
    folders: await readFolders(resolve(folder)),
    known: platform === 'win32' ? known : [],
    folder: resolve(folder),
  }
  return findSyncService(facts)
}

async function readFolders(folder: string): Promise<readonly FolderNames[]> {
  const names = await readdir(folder).catch(() => [])
  const parent = dirname(folder)
  const own = { name: basename(folder) || folder, names }
  return parent === folder ? [own] : [...(await readFolders(parent)), own]
}
