import { join } from 'node:path'
import { isRedaksiError } from '../../../base/errors.ts'
import { verifyLedger, type LedgerFault } from '../ledger.ts'
import { computeSha256 } from './digest.ts'
import type { Ledgers } from './ledgers.ts'

/** What is wrong with a file of the ledger or the outbox. `index` is the record's place, from 0. */
export interface RecordProblem {
  readonly code: 'publish.ledger-damaged' | 'publish.entry-damaged'
  readonly path: string
  readonly fault: LedgerFault['kind'] | 'unreadable'
  readonly index: number | null
}

/** Checks the chain of every ledger, and names the entries that cannot be read. It changes nothing. */
export async function examineRecords(
  libraryFolder: string,
  ledgers: Ledgers,
  damagedEntries: readonly string[],
): Promise<readonly RecordProblem[]> {
  const problems: RecordProblem[] = []
  for (const draft of await ledgers.list()) {
    const path = join(libraryFolder, 'ledger', `${draft}.json`)
    for (const { kind, index } of await findFaults(ledgers, draft)) {
      problems.push({
        code: 'publish.ledger-damaged',
        path,
        fault: kind,
        index: kind === 'unreadable' ? null : index,
      })
    }
  }
  const code = 'publish.entry-damaged'
  return [
    ...problems,
    ...damagedEntries.map((path) => ({ code, path, fault: 'unreadable', index: null }) as const),
  ]
}

type Fault = { readonly kind: LedgerFault['kind'] | 'unreadable'; readonly index: number }

async function findFaults(ledgers: Ledgers, draft: string): Promise<readonly Fault[]> {
  try {
    const ledger = await ledgers.inspect(draft)
    // A ledger under another story's name speaks of the wrong story, whole as its chain may be.
    return ledger.draft === draft ? verifyLedger(ledger, computeSha256) : [{ kind: 'changed', index: 0 }]
  } catch (error) {
    if (!isRedaksiError(error, 'base.file-damaged')) throw error
    return [{ kind: 'unreadable', index: 0 }]
  }
}
