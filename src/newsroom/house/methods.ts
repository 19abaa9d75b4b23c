import { z } from 'zod'
import { declareOffer, toSchema, typed } from '../../base/offer.ts'
import { parseHouseParts } from './house-parts.ts'
import type { House } from './house.ts'
import type { LastUsed, Use } from './last-used.ts'
import { staffSchema, templateSchema, usedSchema } from './schemas.ts'
import type { StaffMember } from './staff.ts'
import type { Template } from './template.ts'

const nothing = z.strictObject({})
const template = toSchema((value): Template => templateSchema.parse(value))
const member = toSchema((value): StaffMember => staffSchema.parse(value))
const use = toSchema((value): Omit<Use, 'edition'> => usedSchema.parse(value))
const parts = toSchema(parseHouseParts)
/** In UTF-16 units. */
const LARGEST_FILE = 2_000_000

/** What the house profile offers to the interface. Each change answers with the house as it is then. */
export const houseOffer = declareOffer({
  methods: {
    /** The house as its file has it now: it may be changed by hand, too. */
    read: { input: nothing, reply: typed<House>() },
    templates: { input: nothing, reply: typed<readonly Pick<Template, 'id' | 'name'>[]>() },
    /** Puts a template in the place of the one with its id, or else at a place of the list. */
    putTemplate: {
      input: z.strictObject({ template, at: z.int().min(0).exactOptional() }),
      reply: typed<House>(),
    },
    removeTemplate: { input: z.strictObject({ id: z.string() }), reply: typed<House>() },
    /** Adds the templates of a file; nothing that is there is replaced. */
    importTemplates: {
      input: z.strictObject({ text: z.string().max(LARGEST_FILE) }),
      reply: typed<{ readonly house: House; readonly added: readonly Pick<Template, 'id' | 'name'>[] }>(),
    },
    /** The names in their order, in place of those that the house has. */
    putCategories: {
      input: z.strictObject({ categories: z.array(z.string().max(1_000)).max(1_000) }),
      reply: typed<House>(),
    },
    addStaff: { input: z.strictObject({ member }), reply: typed<House>() },
    /** Changes parts as a whole. Fails with `house.conflict` or `house.unfit`, and then nothing is changed. */
    change: { input: z.strictObject({ base: parts, changes: parts }), reply: typed<House>() },
    /** Reads another office's profile, changing nothing. Fails with `house.file` {at, reason}. */
    readFile: { input: z.strictObject({ text: z.string().max(LARGEST_FILE) }), reply: typed<House>() },
    lastUsed: { input: nothing, reply: typed<LastUsed>() },
    noteUse: { input: use, reply: typed<LastUsed>() },
  },
  events: {
    /** The house was changed, and is this now. */
    changed: typed<House>(),
  },
})
