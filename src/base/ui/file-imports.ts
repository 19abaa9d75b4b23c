import { isRedaksiError, type RedaksiError } from '../errors.ts'

/** A file on its way into the library. */
export interface FileImport {
  readonly number: number
  /** The file's name, as the person knows it. */
  readonly name: string
  readonly id: string | null
  /** Steps done, of those to be done. */
  readonly done: number
  readonly total: number
  /** Why it was not taken, or null. */
  readonly problem: RedaksiError | null
}

/** How files of one kind are taken in, by their SHA-256. */
export interface FileWays<Taken> {
  /** Why a file need not be handed in at all, or null. */
  refuse(file: File): RedaksiError | null
  /** Puts the bytes where the services take them from. */
  put(id: string, file: File): Promise<unknown>
  take(id: string, file: File): Promise<Taken>
  /** Stops `take`. */
  cancel(id: string): Promise<unknown>
}

/** Takes files in, one after the other, and tells how far it is. What is refused stays listed until it is put away. */
export class FileImports<Taken> {
  readonly #ways: FileWays<Taken>
  readonly #listeners = new Set<() => void>()
  #list: readonly FileImport[] = []
  #count = 0
  #before: Promise<unknown> = Promise.resolve()

  constructor(ways: FileWays<Taken>) {
    this.#ways = ways
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  readonly getList = (): readonly FileImport[] => this.#list

  /** Takes files in. Resolves to what was taken, when all are. */
  async add(files: readonly File[]): Promise<readonly Taken[]> {
    const added = files.map((file) => ({ file, entry: this.#createEntry(file.name) }))
    this.#set([...this.#list, ...added.map(({ entry }) => entry)])
    const all: Taken[] = []
    for (const { file, entry } of added) {
      const turn = this.#before.then(() => this.#take(entry.number, file))
      this.#before = turn
      const taken = await turn
      if (taken !== null) all.push(taken)
    }
    return all
  }

  /** Stops what is being taken in, or puts away what was refused. */
  async remove(number: number): Promise<void> {
    const entry = this.#list.find((each) => each.number === number)
    if (entry?.id !== null && entry?.id !== undefined && entry.problem === null)
      await this.#ways.cancel(entry.id)
    this.#set(this.#list.filter((each) => each.number !== number))
  }

  /** Says how far one is. */
  note(id: string, done: number, total: number): void {
    this.#change((each) => (each.id === id ? { ...each, done, total } : each))
  }

  #createEntry(name: string): FileImport {
    this.#count += 1
    return { number: this.#count, name, id: null, done: 0, total: 0, problem: null }
  }

  async #take(number: number, file: File): Promise<Taken | null> {
    if (!this.#isWanted(number)) return null
    try {
      const refusal = this.#ways.refuse(file)
      if (refusal !== null) throw refusal
      const id = await digestFile(file)
      this.#change((each) => (each.number === number ? { ...each, id } : each))
      await this.#ways.put(id, file)
      if (!this.#isWanted(number)) return null
      const taken = await this.#ways.take(id, file)
      this.#set(this.#list.filter((each) => each.number !== number))
      return taken
    } catch (problem) {
      if (!isRedaksiError(problem)) throw problem
      this.#change((each) => (each.number === number ? { ...each, problem } : each))
      return null
    }
  }

  #isWanted(number: number): boolean {
    return this.#list.some((each) => each.number === number)
  }

  #change(change: (entry: FileImport) => FileImport): void {
    this.#set(this.#list.map(change))
  }

  #set(list: readonly FileImport[]): void {
    this.#list = list
    for (const listener of this.#listeners) listener()
  }
}

async function digestFile(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
