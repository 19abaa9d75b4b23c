import { readdirSync, readFileSync, statSync } from 'node:fs'
import { z } from 'zod'
import { readSystemCode } from '../../../base/node/failures.ts'
import { getPreviousPath } from '../../../base/node/json-file.ts'
import { getDraftStatus, type Draft, type DraftStatus, type PublicationStatus } from '../draft.ts'
import type { Zone } from '../../formats/index.ts'
import type { PublicationRecord } from '../archive.ts'
import { parseHead, type Head } from './head.ts'
import { isDraftId, type LibraryLayout } from './layout.ts'

/** What the index is made from: the folder of drafts and the ledger. Synchronous, for it runs in a worker of its own. */
export interface IndexSource {
  /** The ids of all draft folders. */
  readonly ids: readonly string[]
  /** The ids that have a ledger file. */
  readonly ledger: ReadonlySet<string>
}

/** What is known of one draft for the list. `damage`: its file does not parse, the row shows the generation before. */
export interface IndexedDraft {
  readonly draft: Draft | null
  readonly status: DraftStatus
  /** What the ledger says of it; without a ledger file, `none`. */
  readonly publication: IndexedPublication
  readonly damage: { readonly path: string; readonly previous: boolean } | null
  readonly isOutside: boolean
}

/** As much of a ledger file as the list shows. */
export interface IndexedPublication {
  readonly status: Exclude<PublicationStatus, 'queued' | 'scheduled'>
  /** What each target came to hold, oldest first. */
  readonly records: readonly PublicationRecord[]
}

const recordSchema = z.object({
  target: z.string(),
  kind: z.enum(['publish', 'correct', 'withdraw']),
  at: z.iso.datetime(),
  address: z.string().nullable(),
})
const ledgerSchema = z.object({
  status: z.enum(['none', 'published', 'corrected', 'withdrawn']),
  records: z.array(recordSchema).default([]),
})

/** Reads what the index keeps of a ledger. Throws zod's error when it is something else. */
export function parsePublicationRecords(value: unknown): readonly PublicationRecord[] {
  return z.array(recordSchema).parse(value)
}

const zoneSchema = z.object({ organisation: z.object({ zone: z.enum(['WIB', 'WITA', 'WIT']) }) })
const NEVER_OUT: IndexedPublication = { status: 'none', records: [] }

/** The office's zone, by which months are counted. A house that cannot be read is somebody else's to report. */
export function readOfficeZone(layout: LibraryLayout): Zone {
  try {
    return zoneSchema.parse(parseJsonFile(layout.house)).organisation.zone
  } catch {
    return 'WIB'
  }
}

/** Lists what there is. */
export function listSource(layout: LibraryLayout): IndexSource {
  const ledger = listNames(layout.ledger).filter((name) => name.endsWith('.json'))
  return {
    ids: listNames(layout.drafts).filter(isDraftId),
    ledger: new Set(ledger.map((name) => name.slice(0, -'.json'.length))),
  }
}

/**
 * How the files of a draft look now, in one text: size, modification time and inode of the draft and of its ledger
 * file. Null when there is no draft.
 */
export function readSignature(layout: LibraryLayout, id: string, hasLedger: boolean): string | null {
  const draft = describeFile(layout.draft(id)) ?? describeFile(getPreviousPath(layout.draft(id)))
  if (draft === null) return null
  return hasLedger ? `${draft} ${describeFile(layout.ledgerFile(id)) ?? ''}` : draft
}

/** Reads one draft and what the ledger says of it. A damaged draft is told of, never a reason to stop. */
export function readIndexedDraft(layout: LibraryLayout, id: string, hasLedger: boolean): IndexedDraft {
  const path = layout.draft(id)
  const head = readHead(path, id)
  const previous = head === null ? readHead(getPreviousPath(path), id) : null
  const shown = head ?? previous
  const publication = hasLedger ? readPublication(layout.ledgerFile(id)) : NEVER_OUT
  return {
    draft: shown?.draft ?? null,
    status: shown === null ? 'draft' : getDraftStatus(shown.draft, publication.status),
    publication,
    damage: head === null ? { path, previous: previous !== null } : null,
    isOutside: head?.isOutside ?? false,
  }
}

function readHead(path: string, id: string): Head | null {
  try {
    return parseHead(parseJsonFile(path), id)
  } catch {
    return null
  }
}

/** A ledger file that does not say what it should is the publish slice's to report; here it says nothing. */
function readPublication(path: string): IndexedPublication {
  try {
    return ledgerSchema.parse(parseJsonFile(path))
  } catch {
    return NEVER_OUT
  }
}

function parseJsonFile(path: string): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path)))
}

function describeFile(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found === undefined ? null : `${found.size}:${found.mtimeNs}:${found.ino}`
}

function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (readSystemCode(error) === 'ENOENT') return []
    throw error
  }
}
