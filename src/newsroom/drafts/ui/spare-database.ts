const STORE = 'spares'

/** Reads what the browser keeps of a draft, as it lies there: it has to be parsed. */
export function readKept(library: string, id: string): Promise<unknown> {
  return requestSpares('readonly', (store) => store.get(nameSpare(library, id)))
}

/** A draft's place in the store: one browser may show several libraries. */
export function nameSpare(library: string, id: string): string {
  return `${library}\n${id}`
}

/** Asks the store for one thing. */
export async function requestSpares<Result>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await openDatabase()
  try {
    return await settle(act(database.transaction(STORE, mode).objectStore(STORE)))
  } finally {
    database.close()
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const opening = indexedDB.open('redaksi', 1)
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(STORE))
  return settle(opening)
}

function settle<Result>(asked: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    asked.addEventListener('success', () => resolve(asked.result))
    asked.addEventListener('error', () => reject(asked.error ?? new Error('the browser’s store failed')))
  })
}
