import { z } from 'zod'
import { RedaksiError } from '../../src/base/errors.ts'
import { declareOffer, typed } from '../../src/base/offer.ts'
import { createBlobStore } from '../../src/backend/answer-blobs.ts'
import { createDispatcher, type Backend } from '../../src/bridge/index.ts'

const anything = z.looseObject({})

/** What the test backend answers: whatever a host must be able to carry. */
export const carriedContract = {
  carry: declareOffer({
    methods: {
      echo: { input: anything, reply: typed<unknown>() },
      nothing: { input: anything, reply: typed<null>() },
      refuse: { input: anything, reply: typed<never>() },
      break: { input: anything, reply: typed<never>() },
      unsayable: { input: anything, reply: typed<unknown>() },
      strict: { input: z.strictObject({ page: z.int() }), reply: typed<number>() },
    },
    events: {},
  }),
}

export type CarriedContract = typeof carriedContract

/** A backend that answers from memory, and notes what came through to it. */
export interface TestBackend extends Backend {
  readonly emit: (event: string, told: unknown) => void
  /** The methods that were called and the blobs that were put, in order. */
  readonly reached: string[]
  readonly bugs: unknown[]
  readonly onBug: (error: unknown) => void
  readonly getBlobPath: (sha256: string) => string
}

/** Makes a test backend that keeps bytes in a folder, at most `limit` of them each. */
export function createTestBackend(folder: string, limit = 4 * 1024 * 1024): TestBackend {
  const reached: string[] = []
  const bugs: unknown[] = []
  const onBug = (error: unknown) => void bugs.push(error)
  const listeners = new Map<string, Set<(told: unknown) => void>>()
  const blobs = createBlobStore({ folder, limit })
  const dispatch = createDispatcher(carriedContract, { carry: HANDLERS }, { onBug, limit: 1024 * 1024 })
  return {
    dispatch: (method, argument) => {
      reached.push(method)
      return dispatch(method, argument)
    },
    on(event, listener) {
      const all = listeners.get(event) ?? new Set()
      listeners.set(event, all.add(listener))
      return () => void all.delete(listener)
    },
    putBlob(sha256, bytes) {
      reached.push(`blob ${sha256}`)
      return blobs.put(sha256, bytes)
    },
    close: async () => undefined,
    emit: (event, told) => listeners.get(event)?.forEach((listener) => listener(told)),
    reached,
    bugs,
    onBug,
    getBlobPath: blobs.getPath,
  }
}

const HANDLERS = {
  echo: (argument: unknown) => argument,
  nothing: () => null,
  refuse: () => {
    throw new RedaksiError('drafts.conflict', {
      id: 'a',
      baseRevision: 3,
      revision: 4,
      isSure: true,
      by: null,
    })
  },
  break: () => {
    throw new TypeError('cannot read /home/rara/rahasia of undefined')
  },
  unsayable: () => ({ count: 10n }),
  strict: ({ page }: { page: number }) => page,
}
