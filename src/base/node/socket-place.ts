import { createHash } from 'node:crypto'
import { chmod, lstat, mkdir, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { readSystemCode } from './failures.ts'

/** This machine, as far as the place of a socket depends on it. */
export interface SocketFacts {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  /** The folder for temporary files. */
  readonly temporary: string
  /** The user's number; undefined on Windows. */
  readonly user: number | undefined
}

/** Paths of sockets have room for so many bytes on every system (macOS has the least, with its NUL). */
const LONGEST_PATH = 103

/**
 * Where a program can be reached that looks after `folder`, by other programs of the same user. On Windows that is a
 * named pipe: only its maker may write to it. Elsewhere it is a socket in a folder of the user's own; null when there
 * is no place that is short enough.
 */
export function chooseSocketPlace(folder: string, { platform, env, temporary, user }: SocketFacts) {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 24)
  if (platform === 'win32') return { parent: null, path: `\\\\.\\pipe\\redaksi-${name}` }
  const runtime = env['XDG_RUNTIME_DIR'] ?? ''
  const parent = isAbsolute(runtime) ? join(runtime, 'redaksi') : join(temporary, `redaksi-${user ?? 0}`)
  const path = join(parent, `${name}.sock`)
  return Buffer.byteLength(path) <= LONGEST_PATH ? { parent, path } : null
}

/** The same for a folder of this machine, by whatever name it is called. */
export async function findSocketPlace(folder: string, env: SocketFacts['env']) {
  const facts = { platform: process.platform, env, temporary: tmpdir(), user: process.getuid?.() }
  return chooseSocketPlace(await realpath(folder), facts)
}

/**
 * Makes sure that a folder is the user's own and that nobody else can look into it (0700). Returns whether it is: one
 * that somebody else has put there, or a link to elsewhere, is left alone.
 */
export async function claimPrivateFolder(path: string): Promise<boolean> {
  await mkdir(path, { mode: 0o700 }).catch((error: unknown) => {
    if (readSystemCode(error) !== 'EEXIST') throw error
  })
  const found = await lstat(path)
  if (!found.isDirectory() || found.uid !== process.getuid?.()) return false
  if ((found.mode & 0o077) !== 0) await chmod(path, 0o700)
  return true
}
