import { z } from 'zod'
import { declareOffer, typed } from '../base/offer.ts'

/** The program that a page belongs to. */
export interface AppInfo {
  readonly name: 'Redaksi'
  /** The release, as in package.json. */
  readonly release: string
  readonly host: 'web' | 'electron'
  readonly pid: number
  /** The folder of the library. */
  readonly library: string
  /** Another process writes the library: this one may only read. */
  readonly isReadOnly: boolean
  readonly locale: 'id' | 'en'
}

/** What the program tells of itself. */
export const appOffer = declareOffer({
  methods: { info: { input: z.strictObject({}), reply: typed<AppInfo>() } },
  events: {},
})

/**
 * What a transport tells of itself. `lost`: the host does not answer. `found`: it does again. `missed`: events may have
 * gone by unheard, so whatever is shown must be asked for anew.
 */
export const bridgeOffer = declareOffer({
  methods: {},
  events: { lost: typed<null>(), found: typed<null>(), missed: typed<null>() },
})
