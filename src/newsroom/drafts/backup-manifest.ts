import { z } from 'zod'

/** What a backup holds, written into it as its last entry: a restore compares every file with it. */
export interface BackupManifest {
  readonly schema: 1
  readonly createdAt: string
  readonly files: readonly BackupFile[]
}

/** `path` is below the library, with slashes. */
export interface BackupFile {
  readonly path: string
  readonly size: number
  readonly sha256: string
}

/** Where the manifest stands in the archive, and what every file's name there begins with. */
export const MANIFEST_NAME = 'manifest.json'
export const LIBRARY_PREFIX = 'library/'

const manifestSchema = z.strictObject({
  schema: z.literal(1),
  createdAt: z.iso.datetime(),
  files: z.array(
    z.strictObject({ path: z.string(), size: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
})

/** Reads a manifest from untrusted data. Throws zod's error when it is none. */
export function parseBackupManifest(value: unknown): BackupManifest {
  return manifestSchema.parse(value)
}

/** How much a backup may hold before it is taken for an attack. All sizes in bytes. */
export interface BackupLimits {
  readonly files: number
  readonly fileSize: number
  readonly totalSize: number
  /** Beyond `free` bytes, unpacked bytes for each packed one. JSON packs to a tenth; a bomb reaches a thousand. */
  readonly ratio: number
  readonly free: number
}

export const BACKUP_LIMITS: BackupLimits = {
  files: 5_000_000,
  fileSize: 1024 ** 3,
  totalSize: 256 * 1024 ** 3,
  ratio: 200,
  free: 256 * 1024 ** 2,
}

/**
 * What is left out: the index is derived, a lock dies with its owner, a temporary file is a save that never was, what
 * was handed in, or over, is no part of the library until it is taken, and what was deleted for good is none any more.
 */
export const LEFT_OUT: ReadonlySet<string> = new Set([
  'incoming',
  'index',
  'lock',
  'lock-journal',
  'lock-owner.json',
  'receiving',
  'removing',
])

const SEGMENT = /^[^\p{Cc}\p{Cs}/\\:*?"<>|]{1,255}$/u
const WINDOWS_DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/**
 * Whether a name in an archive is safe to become a path below a folder, on every system: relative, no `..`, nothing
 * that Windows reads as a drive, a stream or a device, no trailing dot or space, at most 32 deep.
 */
export function isSafePath(path: string): boolean {
  const segments = path.split('/')
  return segments.length <= 32 && segments.every(isSafeSegment)
}

function isSafeSegment(segment: string): boolean {
  return SEGMENT.test(segment) && !/[. ]$/.test(segment) && !WINDOWS_DEVICE.test(segment)
}
