import { z } from 'zod'
import { declareOffer, typed } from '../base/offer.ts'
import type { CommandName } from './commands.ts'

/** The first steps at a new library, in their order: the office, its people, where it publishes. */
export const FIRST_STEPS = ['office', 'people', 'publish'] as const
export type FirstStep = (typeof FIRST_STEPS)[number]

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
  /** Who writes at this machine, as initials of the staff; null while nobody has said. */
  readonly person: string | null
  /** Where the person is in the first steps at this library; null when they have been gone, or are not due. */
  readonly firstStep: FirstStep | null
}

/** What the program tells of itself; and what was asked for outside the page: a menu's command, a link to a draft. */
export const appOffer = declareOffer({
  methods: {
    info: { input: z.strictObject({}), reply: typed<AppInfo>() },
    /** Says who writes at this machine. Fails with `house.staff-unknown` {initials}. */
    setPerson: {
      input: z.strictObject({ initials: z.nullable(z.string().max(100)) }),
      reply: typed<AppInfo>(),
    },
    /** Says where the person is in the first steps, so that they go on from there; null when they have been gone. */
    setFirstStep: {
      input: z.strictObject({ step: z.enum(FIRST_STEPS).nullable() }),
      reply: typed<AppInfo>(),
    },
  },
  events: {
    changed: typed<AppInfo>(),
    command: typed<{ readonly name: CommandName }>(),
    openDraft: typed<{ readonly id: string }>(),
  },
})

/**
 * What a transport tells of itself. `lost`: the host does not answer. `found`: it does again. `missed`: events may have
 * gone by unheard, so whatever is shown must be asked for anew.
 */
export const bridgeOffer = declareOffer({
  methods: {},
  events: { lost: typed<null>(), found: typed<null>(), missed: typed<null>() },
})
