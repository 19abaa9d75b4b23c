/** The programs that copy folders to other machines by themselves. */
export const SYNC_SERVICES = ['onedrive', 'dropbox', 'google-drive', 'icloud', 'nextcloud'] as const
export type SyncService = (typeof SYNC_SERVICES)[number]

/** One folder on the way from the root to a library, and the names in it. */
export interface FolderNames {
  /** Its own name; of a root, all of it. */
  readonly name: string
  readonly names: readonly string[]
}

/** What is known of the place of a library. */
export interface PlaceFacts {
  readonly platform: 'linux' | 'darwin' | 'win32'
  /** From the root down to the library itself. */
  readonly folders: readonly FolderNames[]
  /** Folders that this machine itself names as synced, such as Windows' `OneDrive` variable; absolute paths. */
  readonly known: readonly { readonly service: SyncService; readonly folder: string }[]
  /** The library's folder, an absolute path. */
  readonly folder: string
}

/** Names that such folders have on every system. */
const NAMES: readonly (readonly [SyncService, RegExp])[] = [
  ['onedrive', /^(OneDrive|SkyDrive)( - .+| ?\(.+\))?$/i],
  ['dropbox', /^Dropbox( \(.+\))?$/i],
  ['google-drive', /^(Google ?Drive|DriveFS)( \(.+\))?$/i],
  ['icloud', /^iCloud ?Drive$/i],
  ['nextcloud', /^(Nextcloud|ownCloud)\d*( \(.+\))?$/i],
]

/** Names below `~/Library/CloudStorage` on macOS: `OneDrive-KantorKota`, `GoogleDrive-nama@contoh.example`. */
const CLOUD_STORAGE: readonly (readonly [SyncService, RegExp])[] = [
  ['onedrive', /^OneDrive-/i],
  ['dropbox', /^Dropbox(-|$)/i],
  ['google-drive', /^GoogleDrive-/i],
  ['nextcloud', /^(Nextcloud|ownCloud)-/i],
]

/** What such a program leaves in the folder that it keeps, whatever that is called. */
const MARKERS: readonly (readonly [SyncService, RegExp])[] = [
  ['dropbox', /^\.dropbox(\.cache)?$/],
  ['google-drive', /^\.tmp\.drive(download|upload)$/],
  ['nextcloud', /^(\._?sync_[0-9a-f]+\.db|\.(nextcloud|owncloud)sync\.log|\.sync-exclude\.lst)$/],
  // OneDrive writes its own mark into each folder that it keeps on macOS and Windows.
  ['onedrive', /^\.849C9593-D756-4E56-8D6E-42412F2A707B$/i],
]

/** The top of Google Drive's own disk on Windows, in the languages of our people. */
const GOOGLE_DISK = /^(My Drive|Drive Saya)$/i

/** Which program, if any, copies the folder of a library to other machines while we write to it. */
export function findSyncService({ platform, folders, known, folder }: PlaceFacts): SyncService | null {
  const named = known.find((each) => isWithin(folder, each.folder, platform))
  if (named !== undefined) return named.service
  for (const [i, { name, names }] of folders.entries()) {
    const parents = folders.slice(0, i).map((each) => each.name)
    const found = readName(name, parents, platform) ?? readMarkers(names)
    if (found !== null) return found
  }
  return null
}

function readName(
  name: string,
  parents: readonly string[],
  platform: PlaceFacts['platform'],
): SyncService | null {
  const parent = parents.at(-1)
  if (platform === 'darwin' && parent === 'Library' && name === 'Mobile Documents') return 'icloud'
  if (platform === 'darwin' && parent === 'CloudStorage') return match(CLOUD_STORAGE, name)
  if (platform === 'win32' && parents.length === 1 && GOOGLE_DISK.test(name)) return 'google-drive'
  // A root is no such folder, whatever a disk is called.
  return parents.length === 0 ? null : match(NAMES, name)
}

function readMarkers(names: readonly string[]): SyncService | null {
  for (const name of names) {
    const found = match(MARKERS, name)
    if (found !== null) return found
  }
  return null
}

function match(rules: readonly (readonly [SyncService, RegExp])[], name: string): SyncService | null {
  return rules.find(([, pattern]) => pattern.test(name))?.[0] ?? null
}

/** Windows and macOS do not tell capital letters from small ones, and Windows takes either slash. */
function isWithin(folder: string, parent: string, platform: PlaceFacts['platform']): boolean {
  const fold = (path: string) => {
    const slashed = platform === 'win32' ? path.replaceAll('\\', '/') : path
    const cased = platform === 'linux' ? slashed : slashed.toLowerCase()
    return `${cased.replace(/\/+$/, '')}/`
  }
  return parent !== '' && fold(folder).startsWith(fold(parent))
}
