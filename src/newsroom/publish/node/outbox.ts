import { join } from 'node:path'
import { isRedaksiError } from '../../../base/errors.ts'
import { makeFolderDurably, removeFileDurably } from '../../../base/node/durable-write.ts'
import { createJsonFile, type JsonFile } from '../../../base/node/json-file.ts'
import { parseEntry, type Entry } from '../entry.ts'
import { advanceEntry, type EntryEvent } from '../transitions.ts'
import { listFolder } from './folders.ts'
import { once } from './serial.ts'

/** The entries of a library, each in a file of its own. What a call has returned is on the disk. */
export interface Outbox {
  list(): readonly Entry[]
  get(id: string): Entry | null
  /** Stores a new entry. */
  add(entry: Entry): Promise<void>
  /** Stores what an event makes of an entry; null when it has been removed in the meantime. */
  advance(id: string, event: EntryEvent): Promise<Entry | null>
  remove(id: string): Promise<void>
  /** The paths of files that are no entries. They are left as they are and sent by nobody. */
  readonly damaged: readonly string[]
}

const FILE_NAME = /^([0-9a-f-]{36})\.json$/

/** Reads the outbox of a library. `onChange` hears of every entry that was stored or removed. */
export async function openOutbox(libraryFolder: string, onChange: (entry: Entry) => void): Promise<Outbox> {
  const folder = join(libraryFolder, 'outbox')
  const files = new Map<string, JsonFile<Entry>>()
  const makeFolder = once(() => makeFolderDurably(folder))
  const { entries, damaged } = await readEntries(folder)
  const store = async (entry: Entry): Promise<void> => {
    const file =
      files.get(entry.id) ?? createJsonFile({ path: join(folder, `${entry.id}.json`), parse: parseEntry })
    files.set(entry.id, file)
    await file.write(entry)
    entries.set(entry.id, entry)
    onChange(entry)
  }
  return {
    list: () => [...entries.values()],
    get: (id) => entries.get(id) ?? null,
    damaged,
    async add(entry) {
      await makeFolder()
      await store(entry)
    },
    async advance(id, event) {
      const entry = entries.get(id)
      if (entry === undefined) return null
      const next = advanceEntry(entry, event)
      await store(next)
      return next
    },
    async remove(id) {
      const entry = entries.get(id)
      await removeFileDurably(join(folder, `${id}.json`))
      files.delete(id)
      if (entries.delete(id) && entry !== undefined) onChange(entry)
    },
  }
}

/** How many files are read at a time. */
const READ_AT_ONCE = 16

async function readEntries(folder: string): Promise<{ entries: Map<string, Entry>; damaged: string[] }> {
  const entries = new Map<string, Entry>()
  const damaged: string[] = []
  const names = (await listFolder(folder)).filter((name) => FILE_NAME.test(name))
  const readNext = async (): Promise<void> => {
    for (let name = names.pop(); name !== undefined; name = names.pop()) {
      const entry = await readEntry(join(folder, name), damaged)
      if (entry !== null) entries.set(entry.id, entry)
    }
  }
  await Promise.all(Array.from({ length: READ_AT_ONCE }, readNext))
  return { entries: new Map([...entries].sort(([, a], [, b]) => a.order - b.order)), damaged }
}

/** One entry; null when another process has just removed it, or when it is damaged. */
async function readEntry(path: string, damaged: string[]): Promise<Entry | null> {
  try {
    return await createJsonFile({ path, parse: (value) => requireName(parseEntry(value), path) }).read()
  } catch (error) {
    if (!isRedaksiError(error, 'base.file-damaged')) throw error
    damaged.push(path)
    return null
  }
}

/** An entry under another's name would be sent twice. */
function requireName(entry: Entry, path: string): Entry {
  if (!path.endsWith(`${entry.id}.json`)) throw new Error('the entry has another name than its file')
  return entry
}
