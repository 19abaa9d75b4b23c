import { z } from 'zod'
import { declareOffer, typed } from '../../base/offer.ts'
import type { House, Template } from './house.ts'

const nothing = z.strictObject({})

/** What the house profile offers to the interface. */
export const houseOffer = declareOffer({
  methods: {
    read: { input: nothing, reply: typed<House>() },
    templates: { input: nothing, reply: typed<readonly Pick<Template, 'id' | 'name'>[]>() },
  },
  events: {},
})
