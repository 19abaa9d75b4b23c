import { useCallback, useEffect, useState } from 'react'
import { isRedaksiError, type RedaksiError } from '../../../../base/errors.ts'
import type { AppClient } from '../../../../bridge/index.ts'
import type { LibrarySize, StorageState } from '../../storage-methods.ts'

/** Something that is asked of the keeping of the library, and answers how things stand then. */
export type StorageAct = (storage: AppClient['storage']) => Promise<StorageState>

export interface StorageView {
  readonly state: StorageState | null
  /** What the library holds; null until it is counted. */
  readonly size: LibrarySize | null
  /** Why what was asked for last was refused. */
  readonly error: RedaksiError | null
  readonly run: (act: StorageAct) => void
}

/** Keeps how the library is kept in step with the host. */
export function useStorage(client: AppClient): StorageView {
  const [state, setState] = useState<StorageState | null>(null)
  const [size, setSize] = useState<LibrarySize | null>(null)
  const [error, setError] = useState<RedaksiError | null>(null)
  const run = useCallback(
    (act: StorageAct) => {
      setError(null)
      act(client.storage).then(setState, (failure: unknown) =>
        isRedaksiError(failure) ? setError(failure) : reportError(failure),
      )
    },
    [client],
  )
  useEffect(() => {
    const read = () => run((storage) => storage.state())
    read()
    // It only informs: a library that cannot be counted now is said elsewhere.
    client.storage.measure().then(setSize, () => undefined)
    const stops = [client.on('storage.changed', setState), client.on('bridge.missed', read)]
    return () => stops.forEach((stop) => stop())
  }, [client, run])
  return { state, size, error, run }
}
