import { isRedaksiError, RedaksiError } from '../../../base/errors.ts'
import type { AppClient } from '../../../bridge/index.ts'
import type { PhotoRecord } from '../photo.ts'

/** Puts bytes where the services take them from, under their SHA-256. Fails with a RedaksiError. */
export type PutBlob = (sha256: string, bytes: Blob) => Promise<unknown>

/** A file on its way into the library. */
export interface PhotoImport {
  readonly number: number
  /** The file's name, as the person knows it. */
  readonly name: string
  readonly id: string | null
  /** Pictures made of it, of those to be made. */
  readonly done: number
  readonly total: number
  /** Why it was not taken, or null. */
  readonly problem: RedaksiError | null
}

/** The largest file that is handed in, in bytes. */
const LARGEST = 128 * 1024 * 1024

/** Takes files in, one after the other, and tells how far it is. What is refused stays listed until it is put away. */
export class PhotoImports {
  readonly #client: AppClient
  readonly #putBlob: PutBlob
  readonly #listeners = new Set<() => void>()
  #list: readonly PhotoImport[] = []
  #count = 0
  #before: Promise<unknown> = Promise.resolve()

  constructor(client: AppClient, putBlob: PutBlob) {
    this.#client = client
    this.#putBlob = putBlob
    client.on('photos.progress', ({ id, done, total }) =>
      this.#change((each) => (each.id === id ? { ...each, done, total } : each)),
    )
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  readonly getList = (): readonly PhotoImport[] => this.#list

  /** Takes files in. Resolves to the photos that were taken, when all are. */
  async add(files: readonly File[]): Promise<readonly PhotoRecord[]> {
    const added = files.map((file) => ({ file, entry: this.#createEntry(file.name) }))
    this.#set([...this.#list, ...added.map(({ entry }) => entry)])
    const taken: PhotoRecord[] = []
    for (const { file, entry } of added) {
      const turn = this.#before.then(() => this.#take(entry.number, file))
      this.#before = turn
      const record = await turn
      if (record !== null) taken.push(record)
    }
    return taken
  }

  /** Stops what is being taken in, or puts away what was refused. */
  async remove(number: number): Promise<void> {
    const entry = this.#list.find((each) => each.number === number)
    if (entry?.id !== null && entry?.id !== undefined && entry.problem === null)
      await this.#client.photos.cancel({ id: entry.id })
    this.#set(this.#list.filter((each) => each.number !== number))
  }

  #createEntry(name: string): PhotoImport {
    this.#count += 1
    return { number: this.#count, name, id: null, done: 0, total: 0, problem: null }
  }

  async #take(number: number, file: File): Promise<PhotoRecord | null> {
    if (!this.#isWanted(number)) return null
    try {
      if (file.size > LARGEST) throw new RedaksiError('bridge.blob-too-large', { limit: LARGEST })
      const id = await digestFile(file)
      this.#change((each) => (each.number === number ? { ...each, id } : each))
      await this.#putBlob(id, file)
      if (!this.#isWanted(number)) return null
      const record = await this.#client.photos.import({ id })
      this.#set(this.#list.filter((each) => each.number !== number))
      return record
    } catch (problem) {
      if (!isRedaksiError(problem)) throw problem
      this.#change((each) => (each.number === number ? { ...each, problem } : each))
      return null
    }
  }

  #isWanted(number: number): boolean {
    return this.#list.some((each) => each.number === number)
  }

  #change(change: (entry: PhotoImport) => PhotoImport): void {
    this.#set(this.#list.map(change))
  }

  #set(list: readonly PhotoImport[]): void {
    this.#list = list
    for (const listener of this.#listeners) listener()
  }
}

async function digestFile(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
