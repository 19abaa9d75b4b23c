import { z } from 'zod'
import { declareOffer, typed } from '../../base/offer.ts'
import { isPeriod } from './period.ts'
import type { Recap } from './recap.ts'

const period = z.string().refine(isPeriod, { message: 'is no month and no year' })

/** A recap as a page shows it: all that is counted, and the first of its stories. */
export interface ShownRecap extends Recap {
  /** How many stories were left out at the end: they are in the workbook. */
  readonly more: number
}

/** A file to be kept by a person. */
export interface RecapFile {
  readonly fileName: string
  readonly mediaType: string
  /** Its bytes in base64. */
  readonly content: string
}

/** What the recap offers to the interface. */
export const recapOffer = declareOffer({
  methods: {
    read: { input: z.strictObject({ period }), reply: typed<ShownRecap>() },
    /** The recap as a workbook (XLSX) in a language. */
    workbook: {
      input: z.strictObject({ period, locale: z.enum(['id', 'en']) }),
      reply: typed<RecapFile>(),
    },
  },
  events: {},
})
