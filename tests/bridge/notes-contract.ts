import { z } from 'zod'
import { declareOffer, typed } from '../../src/base/offer.ts'
import type { Contract } from '../../src/bridge/index.ts'

/** A note as the test contract knows it. */
export interface Note {
  readonly text: string
  readonly pages: number
}

/** A small contract of two parts, to try the bridge with. */
export const notesContract = {
  notes: declareOffer({
    methods: {
      add: {
        input: z.strictObject({ text: z.string().max(100), pages: z.int().min(1).max(9) }),
        reply: typed<Note>(),
      },
      list: {
        input: z.strictObject({ limit: z.int().min(1).exactOptional() }),
        reply: typed<readonly Note[]>(),
      },
    },
    events: { added: typed<{ readonly pages: number }>() },
  }),
  clock: declareOffer({
    methods: { read: { input: z.strictObject({}), reply: typed<number>() } },
    events: {},
  }),
} satisfies Contract

export type NotesContract = typeof notesContract
