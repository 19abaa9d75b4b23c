import { join } from 'node:path'
import { isRedaksiError, RedaksiError } from '../../../base/errors.ts'
import { readArchive } from '../../drafts/node/index.ts'
import type { BackupLimits } from '../../drafts/index.ts'
import type { HandoverErrorCode } from '../contract.ts'
import { HANDOVER_FORMAT, parseHandoverFormat } from '../manifest.ts'
import {
  HANDOVER_LIMITS,
  HANDOVER_PREFIX,
  isTextMember,
  LARGEST_TEXT,
  LARGEST_TEXTS,
  readMemberName,
  type HandoverMember,
} from '../members.ts'
import { openStage } from './stage.ts'

export interface ReadHandoverOptions {
  /** What the file is called, for people. */
  readonly name: string
  readonly limits?: BackupLimits | undefined
  readonly signal?: AbortSignal | undefined
  /** Hears of bytes of the file that are read. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

/** An entry that lies in the folder for the time being, by the digest of its bytes. */
export interface StagedMember {
  readonly member: HandoverMember
  readonly path: string
  readonly sha256: string
}

/**
 * Unpacks a hand-over file into a folder, which must exist, and compares every byte with what the file promises. Nothing in
 * it is believed: only entries with the names that such a file has are written. What is left in the folder after a failure
 * is whoever made it to remove. Fails with `handover.not-one`, `handover.newer`, `handover.damaged`, `handover.unsafe`,
 * `handover.too-large`, `base.read-failed`, as a file is written, or with the signal's reason.
 */
export async function unpackHandover(
  path: string,
  folder: string,
  options: ReadHandoverOptions,
): Promise<readonly StagedMember[]> {
  const { name, limits = HANDOVER_LIMITS, signal, onProgress } = options
  const staged = new Map<string, { readonly member: HandoverMember; readonly path: string }>()
  const stage = openStage()
  let texts = 0
  try {
    const { files } = await readArchive(path, {
      ...{ prefix: HANDOVER_PREFIX, limits, signal, onRead: onProgress },
      take: async ({ path: entry, size }, bytes) => {
        const member = readMemberName(entry)
        if (member === null) throw refuse('handover.unsafe', { name, entry })
        if (staged.size === 0 && member.kind !== 'manifest') throw refuse('handover.not-one', { name })
        if (isTextMember(member)) texts += size
        if (isTextMember(member) && (size > LARGEST_TEXT || texts > LARGEST_TEXTS))
          throw refuse('handover.too-large', { name })
        const target = join(folder, entry)
        staged.set(entry, { member, path: target })
        const start = await stage.write(target, bytes)
        if (member.kind === 'manifest') checkFormat(start, name)
      },
    })
    return files.flatMap(({ path: entry, sha256 }) => {
      const found = staged.get(entry)
      return found === undefined ? [] : [{ ...found, sha256 }]
    })
  } catch (error) {
    throw translate(error, name, staged.size > 0)
  } finally {
    await stage.end()
  }
}

function checkFormat(bytes: Uint8Array, name: string): void {
  let format: number
  try {
    format = parseHandoverFormat(JSON.parse(Buffer.from(bytes).toString('utf8')))
  } catch (error) {
    throw refuse('handover.not-one', { name }, error)
  }
  if (format > HANDOVER_FORMAT) throw refuse('handover.newer', { name, format, supported: HANDOVER_FORMAT })
}

/** The archive speaks of backups; the person has opened something else. */
function translate(error: unknown, name: string, isBegun: boolean): unknown {
  if (isRedaksiError(error, 'drafts.backup-refused')) {
    const { entry, reason } = error.details
    if (reason === 'too-large' || reason === 'too-many') return refuse('handover.too-large', { name }, error)
    return refuse('handover.unsafe', { name, entry: clip(String(entry)) }, error)
  }
  if (!isRedaksiError(error, 'drafts.backup-damaged')) return error
  const reason = clip(String(error.details['reason']))
  return isBegun
    ? refuse('handover.damaged', { name, reason }, error)
    : refuse('handover.not-one', { name }, error)
}

/** Names in a file may be as long as they like; what is said of them is not. */
function clip(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 120)}…`
}

function refuse(
  code: HandoverErrorCode,
  details: Readonly<Record<string, string | number>>,
  cause?: unknown,
): RedaksiError<HandoverErrorCode> {
  return new RedaksiError(code, details, cause)
}
