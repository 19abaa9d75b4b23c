import { join } from 'node:path'
import { isRedaksiError } from '../../../base/errors.ts'
import { makeFolderDurably } from '../../../base/node/durable-write.ts'
import { createJsonFile, getPreviousPath, type JsonFile } from '../../../base/node/json-file.ts'
import { appendRecord, createLedger, parseLedger, type Ledger, type LedgerFacts } from '../ledger.ts'
import { computeSha256 } from './digest.ts'
import { listFolder, moveToQuarantine } from './folders.ts'
import { createSerial, once, type Serial } from './serial.ts'

/** The ledgers of a library, one file a story. */
export interface Ledgers {
  /** The ledger of a story as it stands; an empty one when there is none. Fails with `base.file-damaged`. */
  inspect(draft: string): Promise<Ledger>
  /** The same, but a damaged one goes to quarantine, and its former generation takes its place. */
  read(draft: string): Promise<Ledger>
  /** The ids of the stories that have one. */
  list(): Promise<readonly string[]>
  /** Adds a record, durably. */
  append(draft: string, facts: LedgerFacts): Promise<void>
}

const FILE_NAME = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.json$/

/** Opens the ledgers of a library. `onDamage` hears where a damaged one was put. */
export function openLedgers(libraryFolder: string, onDamage: (path: string) => void): Ledgers {
  const folder = join(libraryFolder, 'ledger')
  const files = new Map<string, JsonFile<Ledger>>()
  const turns = new Map<string, Serial>()
  const makeFolder = once(() => makeFolderDurably(folder))
  // Two targets may answer for one story at once, and each record is linked to the one before.
  const inTurn = <Result>(draft: string, task: () => Promise<Result>): Promise<Result> => {
    const turn = turns.get(draft) ?? createSerial()
    turns.set(draft, turn)
    return turn(task)
  }
  const open = (draft: string): JsonFile<Ledger> => {
    const options = { path: join(folder, `${draft}.json`), parse: parseLedger, keepPrevious: true }
    const file = files.get(draft) ?? createJsonFile<Ledger>(options)
    files.set(draft, file)
    return file
  }
  const inspect = async (draft: string): Promise<Ledger> => (await open(draft).read()) ?? createLedger(draft)
  const read = async (draft: string): Promise<Ledger> => {
    try {
      return await inspect(draft)
    } catch (error) {
      if (!isRedaksiError(error, 'base.file-damaged')) throw error
      const path = join(folder, `${draft}.json`)
      onDamage(await moveToQuarantine(libraryFolder, 'ledger', path))
      const former = await readPrevious(path, draft)
      if (former.records.length > 0) await open(draft).write(former)
      return former
    }
  }
  const append = async (draft: string, facts: LedgerFacts): Promise<void> => {
    await makeFolder()
    await open(draft).write(appendRecord(await read(draft), facts, computeSha256))
  }
  return {
    inspect,
    read: (draft) => inTurn(draft, () => read(draft)),
    list: async () => (await listFolder(folder)).flatMap((name) => FILE_NAME.exec(name)?.[1] ?? []).sort(),
    append: (draft, facts) => inTurn(draft, () => append(draft, facts)),
  }
}

/** The generation before the last; an empty ledger when that is no good either. */
async function readPrevious(path: string, draft: string): Promise<Ledger> {
  try {
    const previous = createJsonFile({ path: getPreviousPath(path), parse: parseLedger })
    return (await previous.read()) ?? createLedger(draft)
  } catch (error) {
    if (isRedaksiError(error, 'base.file-damaged')) return createLedger(draft)
    throw error
  }
}
